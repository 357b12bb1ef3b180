/** Which to-dos of a note a view shows, and where in it. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { compareTodos } from './todos/todoOrder.ts';
import { isWanted, type TodosOptions } from './todos/todosOptions.ts';

export interface ShownTodos {
  /** To-dos right in section `index` of `Note.headings`, -1 for before the first title, not nested in one another. */
  inSection(index: number): readonly number[];
  /** To-dos nested right in to-do `index`. */
  inTodo(index: number): readonly number[];
  isShown(index: number): boolean;
}

const NONE: readonly number[] = [];

/** The to-dos of a note that are asked for, in the order asked for. One that is not stays while one that is is nested in it. */
export function shownTodos(entry: NoteEntry, options: TodosOptions): ShownTodos {
  const { todos } = entry.note;
  const shown = todos.map((todo) => isWanted(todo, entry, options));
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
  const compare = compareTodos(options.sortBy);
  const sorted = (list: number[] | undefined): readonly number[] =>
    list === undefined || options.sortBy === 'position'
      ? (list ?? NONE)
      : list.sort((a, b) => compare(todos[a]!, todos[b]!));
  return {
    inSection: (index) => sorted(bySection.get(index)),
    inTodo: (index) => sorted(byTodo.get(index)),
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
