/** Naming to-dos in a way that outlives edits elsewhere. */
import type { Note } from '../core/model/note.ts';
import { todoTitle } from '../core/model/todo.ts';
import { ordinalCounter, type SectionPath } from './sections.ts';

const cache = new WeakMap<Note, readonly number[]>();

/** The lasting name of to-do `index` within its section: its title, and those of the to-dos around it before it. */
export function todoPath(note: Note, index: number): SectionPath {
  const ordinals = ordinalsOf(note);
  const path: (string | number)[] = [];
  for (let at = index; at >= 0; at = note.todos[at]!.parent) {
    const ordinal = ordinals[at]!;
    const title = todoTitle(note.todos[at]!);
    path.unshift(...(ordinal === 0 ? [title] : [title, ordinal]));
  }
  return path;
}

/** The to-do of that name in the section at index `section`; `undefined` where there is none. */
export function findTodo(note: Note, section: number, path: SectionPath): number | undefined {
  const wanted = JSON.stringify(path);
  const text = path.findLast((part) => typeof part === 'string');
  const found = note.todos.findIndex(
    (todo, index) =>
      todo.heading === section && todoTitle(todo) === text && JSON.stringify(todoPath(note, index)) === wanted,
  );
  return found < 0 ? undefined : found;
}

/** For each to-do how many of the same text stand before it at the same place. */
function ordinalsOf(note: Note): readonly number[] {
  let ordinals = cache.get(note);
  if (ordinals === undefined) {
    const counter = ordinalCounter();
    ordinals = note.todos.map((todo) => counter(`${todo.heading} ${todo.parent} ${todoTitle(todo)}`));
    cache.set(note, ordinals);
  }
  return ordinals;
}
