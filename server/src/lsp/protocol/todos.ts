/** What client and server say about to-dos: listing them and checking them off. */
import type { TodoState } from '../../core/model/todo.ts';
import type { TodoSorting } from '../../features/todos/todoOrder.ts';
import type { TodoGrouping } from '../../features/todos/todosOptions.ts';
import type { TodoRef as RowRef } from '../../features/treeRow.ts';
import type { TreeNode, TreeParams } from './trees.ts';
import type { OnWire, RequestOf, ToggleEdit, WireRange } from './wire.ts';

export type { TodoPriority, TodoState } from '../../core/model/todo.ts';
export type { TodoSorting } from '../../features/todos/todoOrder.ts';
export type { TodoGrouping } from '../../features/todos/todosOptions.ts';

/** Which to-do a person meant, and what they saw: nothing is written where the note says otherwise by now. */
export type TodoRef = OnWire<RowRef>;

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
