/** What client and server say about to-dos: listing them and checking them off. */
import type { TreeNode, TreeParams } from './trees.ts';
import type { RequestOf, ToggleEdit, WireRange } from './wire.ts';

export type TodoState = 'open' | 'in-progress' | 'done' | 'cancelled';

export type TodoPriority = 'high' | 'medium' | 'low';

/** Which to-do a person meant, and what they saw: nothing is written where the note says otherwise by now. */
export interface TodoRef {
  readonly uri: string;
  /** The row's id. */
  readonly id: string;
  /** 0-based line and plain text of the to-do as the row showed them. */
  readonly line: number;
  readonly text: string;
}

export type TodoGrouping = 'note' | 'talk' | 'due' | 'person' | 'tag' | 'state';

export type TodoSorting = 'position' | 'due' | 'priority';

export interface TodosParams extends TreeParams {
  readonly showDone: boolean;
  /** `note` where it is absent: by note, its talks and sections. */
  readonly group?: TodoGrouping;
  /** `position` where it is absent: as they stand in the note. */
  readonly sort?: TodoSorting;
  /** Words, `@person`, `#tag`, `due:overdue`, `is:in-progress`, `priority:high`, `in:talk`; all have to fit. */
  readonly filter?: string;
  /** The user's day, ISO 8601; the server's where it is absent. */
  readonly today?: string;
}

export interface TodosResult {
  readonly nodes: readonly TreeNode[];
  /** Open to-dos of the whole workspace, whatever `parent` and `filter` say; and how many of them are overdue or due today. */
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
}

export const todosRequest: RequestOf<TodosParams, TodosResult> = { method: 'talkNotes/todos' };

export interface ToggleTodoParams {
  /** To-dos of one or several notes, from the tree … */
  readonly todos?: readonly TodoRef[];
  /** … or lines of an editor: every to-do that starts on or spans one of them. */
  readonly lines?: { readonly uri: string; readonly ranges: readonly WireRange[] };
  /** `true` checks, `false` unchecks; where it is absent the first to-do sets the direction for all. */
  readonly done?: boolean;
  /** The state to bring them to, where it is more than done or not. */
  readonly state?: TodoState;
  /** What is nested in them goes along. */
  readonly nested?: boolean;
  /** The user's day, ISO 8601; the server's where it is absent. */
  readonly today?: string;
}

export interface ToggleTodoResult {
  /** Empty where nothing was to be changed, or nothing could be. */
  readonly changes: readonly ToggleEdit[];
  /** How many to-dos change. */
  readonly count: number;
  /** The state they are brought to. */
  readonly done: boolean;
  /** Open to-dos nested in those that are checked off, which are left as they are. */
  readonly openNested: number;
  /** Why a to-do was left alone, as a sentence for the user; absent when all is well. */
  readonly refused?: string;
}

/** Computes the edits that check or uncheck to-dos. The client applies them; the server never writes a file. */
export const toggleTodoRequest: RequestOf<ToggleTodoParams, ToggleTodoResult> = { method: 'talkNotes/toggleTodo' };
