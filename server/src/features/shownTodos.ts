/** Which to-dos of a note a view shows, and where in it. */

import type { Note } from '../core/model/note.ts';
import { isUndone } from '../core/model/todo.ts';

export interface ShownTodos {
  /** To-dos right in section `index` of `Note.headings`, -1 for before the first title, not nested in one another. */
  inSection(index: number): readonly number[];
  /** To-dos nested right in to-do `index`. */
  inTodo(index: number): readonly number[];
  isShown(index: number): boolean;
}

const NONE: readonly number[] = [];

/** The to-dos of `note` that are open, or all. One that is done stays while something open is nested in it. */
export function shownTodos({ todos }: Note, showDone: boolean): ShownTodos {
  const shown = todos.map((todo) => showDone || isUndone(todo));
  for (let index = shown.length - 1; index >= 0; index--) {
    const { parent } = todos[index]!;
    if (shown[index] && parent >= 0) {
      shown[parent] = true;
    }
  }
  const bySection = new Map<number, number[]>();
  const byTodo = new Map<number, number[]>();
  todos.forEach(({ heading, parent }, index) => {
    if (shown[index]) {
      add(parent < 0 ? bySection : byTodo, parent < 0 ? heading : parent, index);
    }
  });
  return {
    inSection: (index) => bySection.get(index) ?? NONE,
    inTodo: (index) => byTodo.get(index) ?? NONE,
    isShown: (index) => shown[index] ?? false,
  };
}

function add(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [value]);
  } else {
    list.push(value);
  }
}
