/** Single rows of the To-Dos view. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import type { Day } from '../core/model/day.ts';
import { fieldValue, isUndone, priorityOf, type Todo, type TodoPriority, todoTitle } from '../core/model/todo.ts';
import { basename } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import { openTodosBySection, openTodosOf } from './openTodos.ts';
import { writeRowId } from './rowId.ts';
import { noteTitle, sectionPath } from './sections.ts';
import { speakersOf } from './talks.ts';
import { todoPath } from './todoPath.ts';
import { dueText, dueTime } from './todos/dueTime.ts';
import type { TreeRow } from './treeRow.ts';

/** The row of a note; `place` tells it apart from another of the same title. Of many notes none starts `expanded`. */
export function todoNoteRow(
  snapshot: Snapshot,
  { path, note }: NoteEntry,
  place: string | undefined,
  expanded: boolean,
): TreeRow {
  const count = countText(openTodosOf(note));
  return {
    id: writeRowId({ type: 'note', path }),
    label: noteTitle(note, basename(path)),
    description: place === undefined ? count : `${count} · ${place}`,
    tooltip: displayPath(snapshot.roots, path),
    icon: 'note',
    kind: 'note',
    hasChildren: true,
    expanded,
    path,
    span: note.headings[0]?.titleSpan ?? { start: 0, end: 0 },
  };
}

/** The row of a talk or section that holds to-dos. */
export function todoSectionRow({ path, note }: NoteEntry, index: number, parent: string): TreeRow {
  const heading = note.headings[index]!;
  const count = countText(openTodosBySection(note)[index]!);
  const speakers = speakersOf(heading).join(', ');
  return {
    id: writeRowId({ type: 'section', below: 'note', path, section: sectionPath(note, index) }),
    parent,
    label: heading.title,
    description: speakers === '' ? count : `${count} · ${speakers}`,
    icon: 'bookmark',
    kind: 'section',
    hasChildren: true,
    expanded: true,
    path,
    span: heading.titleSpan,
  };
}

/** Where a to-do's row stands, beside its note. */
export interface TodoRowPlace {
  readonly today: Day;
  /** The group that the row is in, since a to-do may be in several. */
  readonly group?: readonly [by: string, key: string];
  /** What the description says of where it is from. */
  readonly place?: string;
}

/** The row of a to-do; `hasChildren` where to-dos that are shown are nested in it. */
export function todoRow(
  { path, note }: NoteEntry,
  index: number,
  parent: string,
  hasChildren: boolean,
  { today, group, place }: TodoRowPlace,
): TreeRow {
  const todo = note.todos[index]!;
  const { text, span, heading, state } = todo;
  const title = todoTitle(todo);
  const section = heading < 0 ? [] : sectionPath(note, heading);
  const todos = todoPath(note, index);
  const id = writeRowId({ type: 'todo', path, section, todos, ...(group === undefined ? {} : { group }) });
  const line = note.lines.lineAt(span.start);
  const about = [dueText(todo, today), recurrenceText(todo), place].filter((part) => part !== undefined).join(' · ');
  return {
    id,
    parent,
    label: title === '' ? '…' : title,
    ...(about === '' ? {} : { description: about }),
    ...todoIcon(todo, today),
    kind: 'todo',
    hasChildren,
    ...(hasChildren ? { expanded: true } : {}),
    path,
    span,
    todo: { path, id, line, text, done: !isUndone(todo), state, ...facts(todo) },
  };
}

/** What pickers start from. */
function facts(todo: Todo): { readonly due?: Day; readonly priority?: TodoPriority } {
  const due = fieldValue(todo, 'due');
  const priority = priorityOf(todo);
  return { ...(due === undefined ? {} : { due }), ...(priority === undefined ? {} : { priority }) };
}

function recurrenceText(todo: Todo): string | undefined {
  return isUndone(todo) ? fieldValue(todo, 'recurrence') : undefined;
}

const priorityIcons = { high: 'arrow-up', medium: 'arrow-right', low: 'arrow-down' };

/** The one sign that matters most: dropped, overdue, due today, begun, or how important. */
function todoIcon(todo: Todo, today: Day): { readonly icon?: string; readonly iconColor?: string } {
  if (!isUndone(todo)) {
    return todo.state === 'cancelled' ? { icon: 'circle-slash' } : {};
  }
  const time = dueTime(todo, today);
  if (time === 'overdue') {
    return { icon: 'warning', iconColor: 'talkNotes.overdueForeground' };
  }
  if (time === 'today') {
    return { icon: 'clock', iconColor: 'talkNotes.dueTodayForeground' };
  }
  if (todo.state === 'in-progress') {
    return { icon: 'play-circle' };
  }
  const priority = priorityOf(todo);
  return priority === undefined
    ? {}
    : { icon: priorityIcons[priority], iconColor: `talkNotes.${priority}PriorityForeground` };
}

/** `3 open`. */
export function countText(open: number): string {
  return open === 0 ? say('all done') : say('{0} open', open);
}
