/** When to-dos are due, seen from today. */

import { addDays, type Day, daysBetween, weekday } from '../../core/model/day.ts';
import { fieldValue, isUndone, type Todo } from '../../core/model/todo.ts';
import { say } from '../../core/text/say.ts';

export type DueTime = 'overdue' | 'today' | 'week' | 'later' | 'none';

/** In the order in which they are listed. */
export const dueTimes: readonly DueTime[] = ['overdue', 'today', 'week', 'later', 'none'];

/** The day that a to-do is due on, else the one that it is scheduled for. */
export function dueDay(todo: Todo): Day | undefined {
  return fieldValue(todo, 'due') ?? fieldValue(todo, 'scheduled');
}

/** `week`: up to Sunday. What is done or dropped is never overdue. */
export function dueTime(todo: Todo, today: Day): DueTime {
  const due = dueDay(todo);
  if (due === undefined) {
    return 'none';
  }
  if (due < today) {
    return isUndone(todo) ? 'overdue' : 'later';
  }
  return due === today ? 'today' : due <= addDays(today, 7 - weekday(today)) ? 'week' : 'later';
}

/** `due tomorrow`, `3 days overdue`; `undefined` where the to-do has no day or nothing is left to do. */
export function dueText(todo: Todo, today: Day): string | undefined {
  const due = dueDay(todo);
  if (due === undefined || !isUndone(todo)) {
    return undefined;
  }
  const days = daysBetween(today, due);
  if (days < 0) {
    return days === -1 ? say('1 day overdue') : say('{0} days overdue', -days);
  }
  return days === 0 ? say('due today') : days === 1 ? say('due tomorrow') : say('due {0}', due);
}
