/** Checking and unchecking to-dos: computes the edits, or says why there are none. Writes nothing. */

import type { Day } from '../core/model/day.ts';
import { isUndone, type TodoState } from '../core/model/todo.ts';
import { say } from '../core/text/say.ts';
import {
  type CheckedEdits,
  type ChosenTodos,
  type CurrentNotes,
  checkedEdits,
  chooseTodos,
  type TodoChoice,
} from './todos/chooseTodos.ts';
import { NO_ROOM } from './todos/setTodoFields.ts';
import { stateEdits } from './todos/stateEdits.ts';

export interface ToggleRequest extends TodoChoice {
  /** Where it is absent the first to-do sets the direction for all. */
  readonly done?: boolean;
  /** The state to bring them to, where it is more than done or not. */
  readonly state?: TodoState;
  /** What is nested in them is brought there as well. */
  readonly nested?: boolean;
}

export interface ToggleOptions {
  readonly today: Day;
  /** Done ones say since when. */
  readonly doneStamp: boolean;
}

export interface ToggleOutcome {
  readonly changes: readonly CheckedEdits[];
  /** How many to-dos change. */
  readonly count: number;
  /** Whether they are checked off: done, or dropped. */
  readonly done: boolean;
  /** Open to-dos that are nested in those that are checked off, and are left as they are. */
  readonly openNested: number;
  /** Why nothing is changed, as a sentence; then there are no changes at all. */
  readonly refused?: string;
}

/** Edits that check or uncheck to-dos; `current` gives a note's text and model as they are now. */
export function toggleTodos(request: ToggleRequest, options: ToggleOptions, current: CurrentNotes): ToggleOutcome {
  const chosen = chooseTodos(request, current);
  if (typeof chosen === 'string') {
    return { changes: [], count: 0, done: request.done ?? true, openNested: 0, refused: chosen };
  }
  const state = request.state ?? ((request.done ?? isFirstOpen(chosen)) ? 'done' : 'open');
  const done = !isUndone({ state });
  const changes: CheckedEdits[] = [];
  let count = 0;
  let openNested = 0;
  for (const { current: note, todos } of chosen.values()) {
    const nested = nestedIn(note.entry.note.todos, todos);
    const wanted = request.nested === true ? new Set([...todos, ...nested]) : todos;
    const change = stateEdits(note, wanted, state, options);
    count += change.changed.length;
    openNested += done
      ? nested.filter((index) => !wanted.has(index) && isUndone(note.entry.note.todos[index]!)).length
      : 0;
    if (change.edits.length > 0) {
      const starts = change.changed.map((index) =>
        note.entry.note.lines.lineAt(note.entry.note.todos[index]!.span.start),
      );
      changes.push(checkedEdits(note, change.edits, starts));
    }
  }
  const cannot = count === 0 && request.state !== undefined && request.state !== 'open' && !isThere(chosen, state);
  return cannot
    ? { changes: [], count, done, openNested: 0, refused: say(NO_ROOM) }
    : { changes, count, done, openNested };
}

/** To-dos nested in one of `todos`, at any depth. */
function nestedIn(all: readonly { readonly parent: number }[], todos: ReadonlySet<number>): readonly number[] {
  const within = new Set(todos);
  const nested: number[] = [];
  all.forEach(({ parent }, index) => {
    if (within.has(parent)) {
      within.add(index);
      if (!todos.has(index)) {
        nested.push(index);
      }
    }
  });
  return nested;
}

function isFirstOpen(chosen: ChosenTodos): boolean {
  for (const { current, todos } of chosen.values()) {
    for (const todo of todos) {
      return isUndone(current.entry.note.todos[todo]!);
    }
  }
  return true;
}

/** Whether the first of them is in that state already. */
function isThere(chosen: ChosenTodos, state: TodoState): boolean {
  const [first] = chosen.values();
  return (
    first === undefined || [...first.todos].some((index) => first.current.entry.note.todos[index]!.state === state)
  );
}
