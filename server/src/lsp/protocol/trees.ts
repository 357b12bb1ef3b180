/** Rows of the tree views. */
import type { WireAnnotationRef } from './annotations.ts';
import type { TodoPriority, TodoRef, TodoState } from './todos.ts';
import type { NotificationOf, WireRange } from './wire.ts';

/** One row of a tree view. Ids are stable over edits that do not touch the row: never a line number, never a count. */
export interface TreeNode {
  readonly id: string;
  readonly parent?: string;
  readonly label: string;
  /** The part of the label to mark: where it starts and ends. */
  readonly highlight?: readonly [number, number];
  /** Speakers, counts: what stands dimmed behind the label. */
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** Id of a theme colour. */
  readonly iconColor?: string;
  readonly kind: 'event' | 'talk' | 'section' | 'note' | 'folder' | 'group' | 'todo' | 'annotation' | 'link';
  /** How many to-dos are open in a talk, and how many of its links are broken: absent for none. */
  readonly marks?: { readonly open: number; readonly broken: number };
  readonly hasChildren: boolean;
  /** Rows of which this is true open with their children shown. */
  readonly expanded?: boolean;
  /** Where a click leads; absent for folders. */
  readonly uri?: string;
  readonly range?: WireRange;
  /** Present exactly for to-dos. */
  readonly todo?: TodoRef & {
    readonly done: boolean;
    readonly state: TodoState;
    /** ISO 8601: `2026-12-01`. */
    readonly due?: string;
    readonly priority?: TodoPriority;
  };
  /** Present exactly for annotations. */
  readonly annotation?: WireAnnotationRef & { readonly state: 'open' | 'resolved' };
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
