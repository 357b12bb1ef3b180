/** How many to-dos are open, and how many of these press. */
import type { NoteIndex } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { Day } from '../../core/model/day.ts';
import { isUndone } from '../../core/model/todo.ts';
import { dueTime } from './dueTime.ts';

export interface TodoCounts {
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
}

const cache = new WeakMap<NoteIndex, { readonly today: Day; readonly counts: TodoCounts }>();

/** The counts of the whole workspace. */
export function todoCounts({ notes }: Snapshot, today: Day): TodoCounts {
  const known = cache.get(notes);
  if (known?.today === today) {
    return known.counts;
  }
  const counts = { open: 0, overdue: 0, dueToday: 0 };
  for (const { note } of notes.entries()) {
    for (const todo of note.todos) {
      if (isUndone(todo)) {
        const time = dueTime(todo, today);
        counts.open++;
        counts.overdue += Number(time === 'overdue');
        counts.dueToday += Number(time === 'today');
      }
    }
  }
  cache.set(notes, { today, counts });
  return counts;
}
