/** Changes to to-dos beyond checking them off. The server computes the edits; the client writes them. */
import type { TodoPriority, ToggleTodoParams } from './todos.ts';
import type { RequestOf, ToggleEdit, WirePosition, WireRange } from './wire.ts';

/** To-dos of one or several notes, from the tree, or lines of an editor. */
export type TodoChoiceParams = Pick<ToggleTodoParams, 'todos' | 'lines'>;

export interface TodoEditsResult {
  /** Empty where nothing was to be changed, or nothing could be. */
  readonly changes: readonly ToggleEdit[];
  /** How many to-dos change. */
  readonly count: number;
  /** Why nothing is changed, as a sentence for the user; absent when all is well. */
  readonly refused?: string;
}

export interface SetTodoFieldsParams extends TodoChoiceParams {
  /** ISO 8601; `null` takes the date away, absent leaves it. */
  readonly due?: string | null;
  readonly priority?: TodoPriority | null;
}

/** Gives to-dos another due date or priority, written as the note writes them. */
export const setTodoFieldsRequest: RequestOf<SetTodoFieldsParams, TodoEditsResult> = {
  method: 'talkNotes/setTodoFields',
};

/** A place in the talk or section that to-dos go to. */
export interface TodoTargetParams {
  readonly uri: string;
  readonly position: WirePosition;
}

export interface MoveTodosParams extends TodoChoiceParams {
  /** Where to; without this and `toRow`, each goes to the To Do section of the talk that it stands in. */
  readonly to?: TodoTargetParams;
  /** A row of the Talks or To-Dos view that stands for the talk or section. */
  readonly toRow?: string;
}

/** Moves to-dos with what is nested in them. */
export const moveTodosRequest: RequestOf<MoveTodosParams, TodoEditsResult> = { method: 'talkNotes/moveTodos' };

export interface AddTodoParams {
  readonly to: TodoTargetParams;
  /** One line, metadata included. */
  readonly text: string;
}

/** Adds a to-do to the To Do section of a talk, which is made where there is none. */
export const addTodoRequest: RequestOf<AddTodoParams, TodoEditsResult> = { method: 'talkNotes/addTodo' };

export interface ArchiveDoneParams {
  /** One note; all notes where it is absent. */
  readonly uri?: string;
}

/** Moves to-dos that are done to the Done section of their note. */
export const archiveDoneRequest: RequestOf<ArchiveDoneParams, TodoEditsResult> = { method: 'talkNotes/archiveDone' };

export interface TodoHighlightsParams {
  readonly uri: string;
  /** The user's day, ISO 8601; the server's where it is absent. */
  readonly today?: string;
}

export interface TodoHighlightsResult {
  readonly highlights: readonly {
    readonly kind: 'overdue' | 'dueToday' | 'cancelled' | `${TodoPriority}Priority`;
    readonly range: WireRange;
  }[];
}

/** What an editor marks in the to-dos of a note: dates that press, priorities, what was dropped. */
export const todoHighlightsRequest: RequestOf<TodoHighlightsParams, TodoHighlightsResult> = {
  method: 'talkNotes/todoHighlights',
};
