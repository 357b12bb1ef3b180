/** Single rows of the Talks view. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import { basename, type NotePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import { openTodosBySection, openTodosOf } from './openTodos.ts';
import { type RowId, writeRowId } from './rowId.ts';
import { hasChildSections, hasTopSections, noteTitle, sectionPath } from './sections.ts';
import { speakersOf, type TalkEvent } from './talks.ts';
import type { RowMarks, TreeRow } from './treeRow.ts';

const ALL_NOTES: RowId = { type: 'all' };

/** The row under which all notes stand by folder. */
export function allNotesRow(snapshot: Snapshot): TreeRow {
  const { size } = snapshot.notes;
  return {
    id: writeRowId(ALL_NOTES),
    label: say('All notes'),
    description: size === 1 ? say('1 note') : say('{0} notes', size),
    icon: 'library',
    kind: 'folder',
    hasChildren: size > 0,
  };
}

/** The row of an event; where another has the same title, `place` tells them apart. */
export function eventRow({ path, note }: NoteEntry, event: TalkEvent, place: string | undefined): TreeRow {
  const [first] = note.headings;
  const [talk] = event.talks;
  const about = event.isOneTalk && talk !== undefined ? talkText(talk.speakers, talk.openTodos) : countText(event);
  return {
    id: writeRowId({ type: 'event', path }),
    label: event.isOneTalk ? noteTitle(note, basename(path)) : event.title,
    ...described([about, event.date, place]),
    icon: event.isOneTalk ? 'mic' : 'calendar',
    kind: event.isOneTalk ? 'talk' : 'event',
    ...marked(event.isOneTalk ? (talk?.openTodos ?? 0) : 0),
    hasChildren: hasTopSections(note),
    path,
    ...(first === undefined ? {} : { span: first.titleSpan }),
  };
}

/** The row of a section below an event or a note; `isTalk` where it is one of the event's talks. */
export function sectionRow(
  { path, note }: NoteEntry,
  index: number,
  below: 'event' | 'note',
  parent: string,
  isTalk: boolean,
): TreeRow {
  const heading = note.headings[index]!;
  const open = openTodosBySection(note)[index]!;
  return {
    id: writeRowId({ type: 'section', below, path, section: sectionPath(note, index) }),
    parent,
    label: heading.title,
    ...described([isTalk ? talkText(speakersOf(heading), open) : openText(open)]),
    icon: isTalk ? 'mic' : 'bookmark',
    kind: isTalk ? 'talk' : 'section',
    ...marked(isTalk ? open : 0),
    hasChildren: hasChildSections(note, index),
    path,
    span: heading.titleSpan,
  };
}

/** The row of a folder below `parent`. */
export function folderRow(snapshot: Snapshot, path: NotePath, parent: string): TreeRow {
  return {
    id: writeRowId({ type: 'folder', path }),
    parent,
    label: basename(path) || path,
    tooltip: displayPath(snapshot.roots, path),
    icon: 'folder',
    kind: 'folder',
    hasChildren: true,
  };
}

/** The row of a note below `parent`. */
export function noteRow(snapshot: Snapshot, { path, note }: NoteEntry, parent: string): TreeRow {
  return {
    id: writeRowId({ type: 'note', path }),
    parent,
    label: noteTitle(note, basename(path)),
    ...described([basename(path), openText(openTodosOf(note))]),
    tooltip: displayPath(snapshot.roots, path),
    icon: 'note',
    kind: 'note',
    hasChildren: hasTopSections(note),
    path,
    span: note.headings[0]?.titleSpan ?? { start: 0, end: 0 },
  };
}

/** Parts of a description, those that say nothing left out. */
function described(parts: readonly (string | undefined)[]): { description?: string } {
  const description = parts.filter((part) => part !== undefined && part !== '').join(' · ');
  return description === '' ? {} : { description };
}

function marked(open: number): { marks?: RowMarks } {
  return open === 0 ? {} : { marks: { open, broken: 0 } };
}

/** `3 open`; `undefined` for none. */
function openText(open: number): string | undefined {
  return open === 0 ? undefined : say('{0} open', open);
}

function talkText(speakers: readonly string[], open: number): string {
  return described([speakers.join(', '), openText(open)]).description ?? '';
}

function countText({ talks }: TalkEvent): string {
  return talks.length === 1 ? say('1 talk') : say('{0} talks', talks.length);
}
