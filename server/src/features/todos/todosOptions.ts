/** What the To-Dos view is asked to show. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Day } from '../../core/model/day.ts';
import { isUndone, type Todo } from '../../core/model/todo.ts';
import type { TodoFilter } from './todoFilter.ts';
import type { TodoSorting } from './todoOrder.ts';

/** `note`: by note, its talks and sections. */
export type TodoGrouping = 'note' | 'talk' | 'due' | 'person' | 'tag' | 'state';

export interface TodosOptions {
  readonly showDone: boolean;
  readonly today: Day;
  readonly groupBy: TodoGrouping;
  readonly sortBy: TodoSorting;
  readonly filter?: TodoFilter;
}

/** Whether a to-do is one of those asked for, whatever is nested in it. */
export function isWanted(todo: Todo, entry: NoteEntry, { showDone, filter, today }: TodosOptions): boolean {
  const mayBeDone = showDone || filter?.wantsDone === true;
  return (mayBeDone || isUndone(todo)) && (filter === undefined || filter.fits(todo, entry, today));
}
