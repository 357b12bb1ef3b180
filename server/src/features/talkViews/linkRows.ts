/** Rows of what a talk has: its slides, its video. They stand below the talk, before its sections. */

import type { Snapshot } from '../../core/index/snapshot.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import type { Note } from '../../core/model/note.ts';
import { say, sayable } from '../../core/text/say.ts';
import type { RawFinding } from '../finding.ts';
import { linkFindings } from '../linkFindings.ts';
import { readRowId } from '../rowId.ts';
import { findSection } from '../sections.ts';
import { eventOf, type Talk, type TalkOptions } from '../talks.ts';
import type { TreeRow } from '../treeRow.ts';
import type { LinkRole } from './linkRole.ts';
import { talkLinks } from './talkLinks.ts';

const icons: Readonly<Record<LinkRole, string>> = {
  slides: 'preview',
  video: 'play-circle',
  code: 'github-inverted',
  paper: 'mortar-board',
  docs: 'book',
};

const names: Readonly<Record<LinkRole, string>> = sayable({
  slides: 'Slides',
  video: 'Video',
  code: 'Code',
  paper: 'Paper',
  docs: 'Docs',
});

/** The links of the talk whose row has that id; empty for other rows. */
export function linkRows(snapshot: Snapshot, options: TalkOptions, id: string): readonly TreeRow[] {
  const found = talkOfRow(snapshot, options, id);
  return found === undefined
    ? []
    : talkLinks(found.note, found.talk).map(({ role, text, url, span }) => ({
        id: JSON.stringify(['link', id, url]),
        parent: id,
        label: say(names[role]),
        description: text,
        tooltip: url,
        icon: icons[role],
        kind: 'link',
        hasChildren: false,
        path: found.path,
        span,
      }));
}

/** In more notes than these broken links are not looked for at once: that would take longer than a view may. */
const MOST_NOTES = 200;

/** The rows, each of which opens where its talk has links, and says how many of its links are broken. */
export function withLinks(snapshot: Snapshot, options: TalkOptions, rows: readonly TreeRow[]): readonly TreeRow[] {
  const notes = new Set(rows.filter(({ kind }) => kind === 'talk').map(({ path }) => path));
  return rows.map((row) => rowWithLinks(snapshot, options, row, notes.size <= MOST_NOTES));
}

function rowWithLinks(snapshot: Snapshot, options: TalkOptions, row: TreeRow, counts: boolean): TreeRow {
  const found = row.kind === 'talk' ? talkOfRow(snapshot, options, row.id) : undefined;
  if (found === undefined) {
    return row;
  }
  const hasChildren = row.hasChildren || talkLinks(found.note, found.talk).length > 0;
  const count = counts ? brokenLinks(snapshot, found.path, found.talk) : 0;
  if (count === 0) {
    return { ...row, hasChildren };
  }
  const text = count === 1 ? say('1 broken link') : say('{0} broken links', count);
  return {
    ...row,
    hasChildren,
    marks: { open: row.marks?.open ?? 0, broken: count },
    description: [row.description, text].filter((part) => part !== undefined).join(' · '),
  };
}

function talkOfRow(snapshot: Snapshot, options: TalkOptions, id: string) {
  const row = readRowId(id);
  if (row?.type !== 'event' && row?.type !== 'section') {
    return undefined;
  }
  const entry = snapshot.notes.get(row.path);
  const event = entry && eventOf(entry, options);
  const index = row.type === 'event' || entry === undefined ? undefined : findSection(entry.note, row.section);
  const talk =
    row.type === 'event'
      ? event?.isOneTalk
        ? event.talks[0]
        : undefined
      : event?.talks.find((each) => each.index === index);
  return entry === undefined || talk === undefined ? undefined : { path: row.path, note: entry.note, talk };
}

const broken = new WeakMap<Snapshot, Map<string, readonly RawFinding[]>>();

/** Asked for once for each talk of a note. */
function findingsOf(snapshot: Snapshot, path: string, note: Note): readonly RawFinding[] {
  const known = broken.get(snapshot) ?? new Map<string, readonly RawFinding[]>();
  broken.set(snapshot, known);
  const findings = known.get(path) ?? linkFindings(snapshot, path, targetUses(note));
  known.set(path, findings);
  return findings;
}

function brokenLinks(snapshot: Snapshot, path: string, { heading }: Talk): number {
  const note = snapshot.notes.get(path)?.note;
  if (note === undefined) {
    return 0;
  }
  return findingsOf(snapshot, path, note).filter(
    ({ span, code }) =>
      code !== 'link.ambiguous' && heading.span.start <= span.start && span.start < heading.sectionEnd,
  ).length;
}
