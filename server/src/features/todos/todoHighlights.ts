/** What an editor marks in the to-dos of a note: dates that press, and how important they are. */
import type { Day } from '../../core/model/day.ts';
import type { Note } from '../../core/model/note.ts';
import { fieldOf, isUndone, type Todo, type TodoPriority } from '../../core/model/todo.ts';
import type { Span } from '../../core/text/span.ts';
import { dueTime } from './dueTime.ts';

export type HighlightKind = 'overdue' | 'dueToday' | 'cancelled' | `${TodoPriority}Priority`;

export interface TodoHighlight {
  readonly kind: HighlightKind;
  readonly span: Span;
}

/** In document order, but for several in one to-do. */
export function todoHighlights({ todos }: Note, today: Day): readonly TodoHighlight[] {
  return todos.flatMap((todo) => (isUndone(todo) ? openHighlights(todo, today) : doneHighlights(todo)));
}

function openHighlights(todo: Todo, today: Day): readonly TodoHighlight[] {
  const highlights: TodoHighlight[] = [];
  const time = dueTime(todo, today);
  const date = fieldOf(todo, 'due') ?? fieldOf(todo, 'scheduled');
  if (date !== undefined && (time === 'overdue' || time === 'today')) {
    highlights.push({ kind: time === 'overdue' ? 'overdue' : 'dueToday', span: date.span });
  }
  const priority = fieldOf(todo, 'priority');
  if (priority !== undefined) {
    highlights.push({ kind: `${priority.value as TodoPriority}Priority`, span: priority.span });
  }
  return highlights;
}

/** Behind a box a space stands. */
function doneHighlights({ state, kind, markerSpan, span }: Todo): readonly TodoHighlight[] {
  const start = kind === 'checkbox' ? markerSpan.end + 1 : markerSpan.end;
  return state === 'cancelled' && start < span.end ? [{ kind: 'cancelled', span: { start, end: span.end } }] : [];
}
