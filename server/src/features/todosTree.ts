/** Rows of the To-Dos view: notes, their talks and sections, their to-dos. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { TreeRow } from './treeRow.ts';

export interface TodosOptions {
  readonly showDone: boolean;
}

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function todosTree(_snapshot: Snapshot, _options: TodosOptions, _parent?: string): readonly TreeRow[] {
  throw new Error('not written yet');
}

/** Open to-dos of the whole workspace. */
export function openTodoCount(_snapshot: Snapshot): number {
  throw new Error('not written yet');
}
