/** The orders in which to-dos are listed. */
import { priorityOf, type Todo } from '../../core/model/todo.ts';
import { dueDay } from './dueTime.ts';

export type TodoSorting = 'position' | 'due' | 'priority';

/** Behind every day there is. */
const NEVER = '~';
const ranks = { high: 0, medium: 1, low: 3 };
/** Between medium and low, as people mean it who only mark what matters. */
const NO_PRIORITY = 2;

/** Compares two to-dos; 0 leaves them in the order in which they stand. Ties of one order are told apart by the other. */
export function compareTodos(sorting: TodoSorting): (a: Todo, b: Todo) => number {
  switch (sorting) {
    case 'position':
      return () => 0;
    case 'due':
      return (a, b) => byDue(a, b) || byPriority(a, b);
    case 'priority':
      return (a, b) => byPriority(a, b) || byDue(a, b);
  }
}

function byDue(a: Todo, b: Todo): number {
  const left = dueDay(a) ?? NEVER;
  const right = dueDay(b) ?? NEVER;
  return left < right ? -1 : Number(left > right);
}

function byPriority(a: Todo, b: Todo): number {
  return rankOf(a) - rankOf(b);
}

function rankOf(todo: Todo): number {
  const priority = priorityOf(todo);
  return priority === undefined ? NO_PRIORITY : ranks[priority];
}
