/** Rows of the tree views. */
import type { AnnotationOfRow, TodoOfRow, TreeRow } from '../../features/treeRow.ts';
import type { NotificationOf, OnWire, WireRange } from './wire.ts';

/** A row as the view's feature has it, but for where a click leads: the protocol has another way to say it. */
export interface TreeNode extends Omit<TreeRow, 'path' | 'span' | 'todo' | 'annotation'> {
  /** Where a click leads; absent for folders. */
  readonly uri?: string;
  readonly range?: WireRange;
  /** Present exactly for to-dos. */
  readonly todo?: OnWire<TodoOfRow>;
  /** Present exactly for annotations. */
  readonly annotation?: OnWire<AnnotationOfRow>;
}

export interface TreeParams {
  /** Whose children; the roots where it is absent. */
  readonly parent?: string;
}

/** The tree that a view shows may have changed. Sent only when it did. */
export const didChangeTreesNotification: NotificationOf<{
  readonly talks: boolean;
  readonly todos: boolean;
  readonly annotations: boolean;
}> = { method: 'talkNotes/didChangeTrees' };
