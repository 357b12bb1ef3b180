/** A link from one note to a talk in another, in the right syntax; the talk gets a label where that takes one. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Heading } from '../../core/model/note.ts';
import { dirname, relativePath } from '../../core/text/path.ts';
import { slug } from '../../core/text/slug.ts';
import { lineBreakOf } from '../insertions.ts';
import type { CurrentNote } from '../noteEdits.ts';
import { sectionAt, titleSection } from '../sections.ts';

export interface TalkLinkText {
  readonly text: string;
  /** In the note that is linked to. */
  readonly edits: readonly TextEdit[];
}

/** The link to the section that holds `offset` of `to`; `undefined` where it cannot be written. */
export function talkLink(
  snapshot: Snapshot,
  from: NoteEntry,
  to: CurrentNote,
  offset: number,
): TalkLinkText | undefined {
  const { entry } = to;
  const index = sectionAt(entry.note, offset);
  const heading = entry.note.headings[index];
  const isSame = from.path === entry.path;
  const path = isSame ? undefined : relativePath(dirname(from.path), entry.path);
  if (heading === undefined || (index === titleSection(entry.note) && path !== undefined)) {
    const text = path === undefined ? undefined : from.dialect.writes.fileLink(path, true, heading?.title);
    return text === undefined ? undefined : { text, edits: [] };
  }
  const fragment = entry.dialect.talks.fragment(heading);
  if (from.dialect !== entry.dialect) {
    const text = from.dialect.writes.webLink(`${path ?? ''}#${fragment}`, heading.title);
    return text === undefined ? undefined : { text, edits: [] };
  }
  const { label, edits } = isSame && isUnique(entry, heading) ? { edits: [] } : labelFor(snapshot, to, heading);
  const text = from.dialect.talks.sectionLink({
    ...{ title: heading.title, fragment },
    ...(label === undefined ? {} : { label }),
    ...(path === undefined ? {} : { path }),
  });
  return text === undefined ? undefined : { text, edits };
}

/** Whether the title alone names the section within its note. */
function isUnique({ note }: NoteEntry, { names }: Heading): boolean {
  const [name] = names;
  const titles = note.headings.filter((heading) => heading.names.includes(name ?? ''));
  return name !== undefined && titles.length === 1 && note.anchors.every((anchor) => anchor.name !== name);
}

/** The label that the section has, or the edit that gives it one that nobody else has. */
function labelFor(snapshot: Snapshot, { text, entry }: CurrentNote, { names, span, title }: Heading) {
  const { note, dialect } = entry;
  if (dialect.talks.labelLine('a') === undefined) {
    return { edits: [] };
  }
  const labels = note.anchors.filter(({ kind, value }) => kind === 'explicit' && value === undefined);
  const known = labels.find(({ name }) => names.includes(name));
  if (known !== undefined) {
    return { label: known.name, edits: [] };
  }
  const stem = slug(title) || 'talk';
  let label = stem;
  for (let number = 2; isTaken(snapshot, entry, dialect.anchorKey(label)); number++) {
    label = `${stem}-${number}`;
  }
  const start = note.lines.startOf(note.lines.lineAt(span.start));
  const lineBreak = lineBreakOf(text);
  const edit = { span: { start, end: start }, text: `${dialect.talks.labelLine(label)}${lineBreak.repeat(2)}` };
  return { label, edits: [edit] };
}

function isTaken(snapshot: Snapshot, { note }: NoteEntry, name: string): boolean {
  return snapshot.notes.labelDefinitions(name).length > 0 || note.anchors.some((anchor) => anchor.name === name);
}
