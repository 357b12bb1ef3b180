/** How many to-dos are open where. */

import type { Note } from '../core/model/note.ts';
import { isUndone } from '../core/model/todo.ts';

const cache = new WeakMap<Note, readonly number[]>();

/** Open to-dos of each section of `note`, its subsections counted in; indexed like `Note.headings`. */
export function openTodosBySection(note: Note): readonly number[] {
  let counts = cache.get(note);
  if (counts === undefined) {
    counts = countBySection(note, (index) => isUndone(note.todos[index]!));
    cache.set(note, counts);
  }
  return counts;
}

/** To-dos of each section for which `counts` is true, subsections counted in; indexed like `Note.headings`. */
export function countBySection(note: Note, counts: (todo: number) => boolean): readonly number[] {
  const sums = note.headings.map(() => 0);
  note.todos.forEach((todo, index) => {
    if (counts(index) && todo.heading >= 0) {
      sums[todo.heading]!++;
    }
  });
  // A section follows the one around it, so going backwards each is complete before it is added there.
  for (let index = sums.length - 1; index >= 0; index--) {
    const { parent } = note.headings[index]!;
    if (parent >= 0) {
      sums[parent]! += sums[index]!;
    }
  }
  return sums;
}

/** Open to-dos of a whole note. */
export function openTodosOf(note: Note): number {
  return note.todos.reduce((sum, todo) => sum + Number(isUndone(todo)), 0);
}
