/** Giving to-dos another due date or priority. Computes edits; writes nothing. */

import { setTodoField } from '../../core/dialects/todos/fieldEdits.ts';
import type { Day } from '../../core/model/day.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { TodoPriority } from '../../core/model/todo.ts';
import { say, sayable } from '../../core/text/say.ts';
import { type CheckedEdits, type CurrentNotes, checkedEdits, chooseTodos, type TodoChoice } from './chooseTodos.ts';

/** `null` takes a field away; one that is absent stays. */
export interface FieldChange {
  readonly due?: Day | null;
  readonly priority?: TodoPriority | null;
}

export interface FieldOutcome {
  readonly changes: readonly CheckedEdits[];
  readonly count: number;
  readonly refused?: string;
}

export const NO_ROOM = sayable('There is no room for it: the to-do stands in a table, or has no text.');

/** Edits that give each of the chosen to-dos these fields: all of them or none. */
export function setTodoFields(choice: TodoChoice, change: FieldChange, current: CurrentNotes): FieldOutcome {
  const chosen = chooseTodos(choice, current);
  if (typeof chosen === 'string') {
    return { changes: [], count: 0, refused: chosen };
  }
  const changes: CheckedEdits[] = [];
  let count = 0;
  for (const { current: note, todos } of chosen.values()) {
    const edits: TextEdit[] = [];
    for (const index of todos) {
      for (const [kind, value] of Object.entries(change) as ['due' | 'priority', string | null][]) {
        const own = setTodoField(note.text, note.entry.note, index, kind, value ?? undefined);
        if (own === undefined) {
          return { changes: [], count: 0, refused: say(NO_ROOM) };
        }
        count += Number(own.length > 0);
        edits.push(...own);
      }
    }
    if (edits.length > 0) {
      changes.push(checkedEdits(note, edits));
    }
  }
  return { changes, count };
}
