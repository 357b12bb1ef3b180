/** Checkboxes: `[ ]`, `[/]`, `[x]`, `[X]`, `[-]`. */
import type { TodoState } from '../model/todo.ts';

/** What the character in the brackets says. */
export const boxStates: Readonly<Record<string, TodoState>> = {
  ' ': 'open',
  '/': 'in-progress',
  x: 'done',
  X: 'done',
  '-': 'cancelled',
};
