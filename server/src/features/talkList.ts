/** Flat lists of talks: for Go to Talk…, and for stepping from one to the next. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import type { Heading, Note } from '../core/model/note.ts';
import { dirname, type NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { topSections } from './sections.ts';
import { eventOf, type TalkEvent, type TalkOptions } from './talks.ts';

export interface TalkEntry {
  readonly title: string;
  /** What the talk was part of: the event, else the note or its folder. */
  readonly event: string;
  readonly speakers: readonly string[];
  readonly path: NotePath;
  /** The title. */
  readonly span: Span;
  /** False for a section of a note that is no event note. */
  readonly isTalk: boolean;
}

/** Titles of other notes than events are listed down to this level. */
const DEEPEST = 2;

/** Talks of all event notes, then the notes and outer sections of all others. */
export function talkList(snapshot: Snapshot, options: TalkOptions): readonly TalkEntry[] {
  const talks: TalkEntry[] = [];
  const others: TalkEntry[] = [];
  for (const entry of snapshot.notes.entries()) {
    const event = eventOf(entry, options);
    if (event === undefined) {
      others.push(...sectionEntries(snapshot, entry));
    } else {
      talks.push(...talkEntries(snapshot, entry, event));
    }
  }
  return [...talks, ...others];
}

/** The talk after or before the one that holds `offset` in the note at `path`; in other notes, the section. */
export function adjacentTalk(
  snapshot: Snapshot,
  options: TalkOptions,
  path: NotePath,
  offset: number,
  direction: 'next' | 'previous',
): { readonly title: string; readonly span: Span } | undefined {
  const entry = snapshot.notes.get(path);
  const stops = entry === undefined ? [] : stopsOf(entry, options);
  const next = stops.findIndex(({ span }) => span.start > offset);
  const current = (next < 0 ? stops.length : next) - 1;
  const stop = stops[direction === 'next' ? current + 1 : current - 1];
  return stop && { title: stop.title, span: stop.titleSpan };
}

function talkEntries(snapshot: Snapshot, { path }: NoteEntry, event: TalkEvent): readonly TalkEntry[] {
  return event.talks.map(({ title, speakers, heading }) => ({
    title,
    event: event.title || placeOf(snapshot, path),
    speakers,
    path,
    span: heading.titleSpan,
    isTalk: true,
  }));
}

function sectionEntries(snapshot: Snapshot, { path, note }: NoteEntry): readonly TalkEntry[] {
  const outer = note.headings.filter(({ level }) => level <= DEEPEST);
  return outer.map(({ title, titleSpan, parent }) => ({
    title,
    event: note.headings[parent]?.title ?? placeOf(snapshot, path),
    speakers: [],
    path,
    span: titleSpan,
    isTalk: false,
  }));
}

function placeOf(snapshot: Snapshot, path: NotePath): string {
  return displayPath(snapshot.roots, dirname(path));
}

/** Titles to step through, in document order. */
function stopsOf(entry: NoteEntry, options: TalkOptions): readonly Heading[] {
  const event = eventOf(entry, options);
  return event === undefined || event.isOneTalk ? sectionsOf(entry.note) : event.talks.map(({ heading }) => heading);
}

function sectionsOf(note: Note): readonly Heading[] {
  const sections = topSections(note);
  return sections.length === 0 ? note.headings : sections.map((index) => note.headings[index]!);
}
