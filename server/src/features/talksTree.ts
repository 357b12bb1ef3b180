/** The Talks view: events with their talks, and below them all notes by folder. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import { dirname, type NotePath } from '../core/text/path.ts';
import { compareText } from './compareText.ts';
import { type FolderListing, foldersAbove, listFolder, topListing } from './folderListing.ts';
import { readRowId } from './rowId.ts';
import {
  childSections,
  findSection,
  noteTitle,
  sectionAt,
  sectionChain,
  titleSection,
  topSections,
} from './sections.ts';
import { allNotesRow, eventRow, folderRow, noteRow, sectionRow } from './talkRows.ts';
import { eventOf, type TalkEvent, type TalkOptions } from './talks.ts';
import type { TreeRow } from './treeRow.ts';

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function talksTree(snapshot: Snapshot, options: TalkOptions, parent?: string): readonly TreeRow[] {
  if (parent === undefined) {
    return roots(snapshot, options);
  }
  const id = readRowId(parent);
  switch (id?.type) {
    case 'all':
      return folderRows(snapshot, topListing(snapshot), parent);
    case 'folder':
      return folderRows(snapshot, listFolder(snapshot, id.path), parent);
    case 'event':
    case 'note': {
      const entry = snapshot.notes.get(id.path);
      return entry === undefined ? [] : sectionRows(entry, options, topSections(entry.note), id.type, parent);
    }
    case 'section': {
      const entry = snapshot.notes.get(id.path);
      const index = entry && findSection(entry.note, id.section);
      return entry === undefined || index === undefined
        ? []
        : sectionRows(entry, options, childSections(entry.note, index), id.below, parent);
    }
    default:
      return [];
  }
}

/** Rows from the root down to the innermost one that holds `offset` of the note at `path`; empty for no note. */
export function talkPath(snapshot: Snapshot, options: TalkOptions, path: NotePath, offset: number): readonly TreeRow[] {
  const entry = snapshot.notes.get(path);
  if (entry === undefined) {
    return [];
  }
  const event = eventOf(entry, options);
  const rows: TreeRow[] =
    event === undefined
      ? [...folderPath(snapshot, path)]
      : [eventRow(entry, event, clashingPlace(snapshot, options, entry, event))];
  if (event === undefined) {
    rows.push(noteRow(snapshot, entry, rows.at(-1)!.id));
  }
  const below = event === undefined ? 'note' : 'event';
  for (const index of sectionChain(entry.note, sectionAt(entry.note, offset))) {
    if (index !== titleSection(entry.note)) {
      rows.push(...sectionRows(entry, options, [index], below, rows.at(-1)!.id));
    }
  }
  return rows;
}

function roots(snapshot: Snapshot, options: TalkOptions): readonly TreeRow[] {
  if (snapshot.notes.size === 0) {
    return [];
  }
  const events = eventsOf(snapshot, options);
  const titles = new Map<string, number>();
  for (const { entry, event } of events) {
    titles.set(eventTitle(entry, event), (titles.get(eventTitle(entry, event)) ?? 0) + 1);
  }
  const rows = events.map(({ entry, event }) => {
    const isAlone = titles.get(eventTitle(entry, event)) === 1;
    return eventRow(entry, event, isAlone ? undefined : placeOf(snapshot, entry.path));
  });
  return [...rows, allNotesRow(snapshot)];
}

function eventsOf(
  snapshot: Snapshot,
  options: TalkOptions,
): readonly { readonly entry: NoteEntry; readonly event: TalkEvent }[] {
  const events: { entry: NoteEntry; event: TalkEvent }[] = [];
  for (const entry of snapshot.notes.entries()) {
    const event = eventOf(entry, options);
    if (event !== undefined) {
      events.push({ entry, event });
    }
  }
  return events.sort(
    (a, b) =>
      compareText(eventTitle(a.entry, a.event), eventTitle(b.entry, b.event)) ||
      compareText(a.entry.path, b.entry.path),
  );
}

/** The place of an event whose title another event has too. */
function clashingPlace(
  snapshot: Snapshot,
  options: TalkOptions,
  entry: NoteEntry,
  event: TalkEvent,
): string | undefined {
  for (const other of snapshot.notes.entries()) {
    const found = other.path === entry.path ? undefined : eventOf(other, options);
    if (found !== undefined && eventTitle(other, found) === eventTitle(entry, event)) {
      return placeOf(snapshot, entry.path);
    }
  }
  return undefined;
}

function eventTitle({ note }: NoteEntry, event: TalkEvent): string {
  return event.isOneTalk ? noteTitle(note, '') : event.title;
}

function placeOf(snapshot: Snapshot, path: NotePath): string {
  return displayPath(snapshot.roots, dirname(path));
}

function folderPath(snapshot: Snapshot, path: NotePath): readonly TreeRow[] {
  const rows = [allNotesRow(snapshot)];
  for (const folder of foldersAbove(snapshot, path)) {
    rows.push(folderRow(snapshot, folder, rows.at(-1)!.id));
  }
  return rows;
}

function folderRows(snapshot: Snapshot, { folders, notes }: FolderListing, parent: string): readonly TreeRow[] {
  return [
    ...folders.map((folder) => folderRow(snapshot, folder, parent)),
    ...notes.map((entry) => noteRow(snapshot, entry, parent)),
  ];
}

function sectionRows(
  entry: NoteEntry,
  options: TalkOptions,
  indexes: readonly number[],
  below: 'event' | 'note',
  parent: string,
): readonly TreeRow[] {
  const event = below === 'event' ? eventOf(entry, options) : undefined;
  const talks = new Set(event?.talks.map(({ index }) => index));
  return indexes.map((index) => sectionRow(entry, index, below, parent, talks.has(index)));
}
