/** What bringing to-dos to a state writes: the box, the day they were done, and the next one of those that come back. */
import { setTodoField } from '../../core/dialects/todos/fieldEdits.ts';
import { repeatTodo } from '../../core/dialects/todos/repeatTodo.ts';
import type { Day } from '../../core/model/day.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { fieldValue, isUndone, type TodoState } from '../../core/model/todo.ts';
import type { CurrentNote } from '../noteEdits.ts';

interface StateOptions {
  readonly today: Day;
  readonly doneStamp: boolean;
}

/** The edits that bring `todos` to `state`, and which of them change. */
export function stateEdits(
  { text, entry }: CurrentNote,
  todos: Iterable<number>,
  state: TodoState,
  { today, doneStamp }: StateOptions,
): { readonly edits: readonly TextEdit[]; readonly changed: readonly number[] } {
  const { note, dialect } = entry;
  const edits: TextEdit[] = [];
  const changed: number[] = [];
  for (const index of todos) {
    const todo = note.todos[index]!;
    const comesBack = state === 'done' && isUndone(todo) && fieldValue(todo, 'recurrence') !== undefined;
    const next = comesBack ? repeatTodo(text, note, index, today) : undefined;
    const own = next?.staysOpen === true ? [] : dialect.edits.setTodoState(text, note, index, state);
    // The copy first: where both start at one place it stands above.
    const written = [...(next?.edits ?? []), ...own, ...(own.length > 0 ? stampEdits() : [])];
    if (written.length > 0) {
      edits.push(...written);
      changed.push(index);
    }

    function stampEdits(): readonly TextEdit[] {
      const stamp = state === 'done' ? (doneStamp ? today : fieldValue(todo, 'done')) : undefined;
      return setTodoField(text, note, index, 'done', stamp) ?? [];
    }
  }
  return { edits, changed };
}
