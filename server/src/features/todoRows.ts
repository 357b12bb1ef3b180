/** Single rows of the To-Dos view. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { displayPath, type Snapshot } from '../core/index/snapshot.ts';
import { isUndone, todoTitle } from '../core/model/todo.ts';
import { basename } from '../core/text/path.ts';
import { openTodosBySection, openTodosOf } from './openTodos.ts';
import { writeRowId } from './rowId.ts';
import { noteTitle, sectionPath } from './sections.ts';
import { speakersOf } from './talks.ts';
import { todoPath } from './todoPath.ts';
import type { TreeRow } from './treeRow.ts';

/** The row of a note; `place` tells it apart from another of the same title. */
export function todoNoteRow(snapshot: Snapshot, { path, note }: NoteEntry, place: string | undefined): TreeRow {
  const count = countText(openTodosOf(note));
  return {
    id: writeRowId({ type: 'note', path }),
    label: noteTitle(note, basename(path)),
    description: place === undefined ? count : `${count} · ${place}`,
    tooltip: displayPath(snapshot.roots, path),
    icon: 'note',
    kind: 'note',
    hasChildren: true,
    expanded: true,
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

/** The row of a to-do; `hasChildren` where to-dos that are shown are nested in it. */
export function todoRow({ path, note }: NoteEntry, index: number, parent: string, hasChildren: boolean): TreeRow {
  const todo = note.todos[index]!;
  const { text, span, heading } = todo;
  const title = todoTitle(todo);
  const section = heading < 0 ? [] : sectionPath(note, heading);
  const id = writeRowId({ type: 'todo', path, section, todos: todoPath(note, index) });
  const line = note.lines.lineAt(span.start);
  return {
    id,
    parent,
    label: title === '' ? '…' : title,
    kind: 'todo',
    hasChildren,
    ...(hasChildren ? { expanded: true } : {}),
    path,
    span,
    todo: { path, id, line, text, done: !isUndone(todo) },
  };
}

function countText(open: number): string {
  return open === 0 ? 'all done' : `${open} open`;
}
