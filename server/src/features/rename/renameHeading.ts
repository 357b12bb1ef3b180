/** Another title for a section, and for everything that links to it by its title. */

import { usesOf } from '../../core/index/backlinks.ts';
import { resolveWikiFragment } from '../../core/index/fragment.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { foldName } from '../../core/index/noteNames.ts';
import { definitionsIn } from '../../core/index/resolveName.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { withEdits } from '../../core/model/edit.ts';
import type { Heading, Note } from '../../core/model/note.ts';
import type { NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import { slug } from '../../core/text/slug.ts';
import { sameSpan } from '../../core/text/span.ts';
import type { NoteEdits, Texts } from '../noteEdits.ts';
import { CheckedEdits } from './checkedEdits.ts';
import type { Refused } from './renamable.ts';
import { writeUse } from './writeUse.ts';

/** Notes whose texts the rename needs. */
export function notesOfHeading(
  snapshot: Snapshot,
  path: NotePath,
  heading: Heading,
  title: string,
): readonly NotePath[] {
  const { headings = [] } = snapshot.notes.get(path)?.note ?? {};
  const alike = headings.filter((each) => each === heading || isNumberedWith(each, [heading.title, title]));
  const uses = usesOf(snapshot, [
    ...alike.map((each) => ({ type: 'heading' as const, path, heading: each })),
    { type: 'file', path },
  ]);
  return [path, ...uses.map((use) => use.path)];
}

/** Gives `heading` of the note at `path` the title `title`, written as in the note. */
export function renameHeading(
  snapshot: Snapshot,
  texts: Texts,
  path: NotePath,
  heading: Heading,
  title: string,
): readonly NoteEdits[] | Refused {
  const entry = snapshot.notes.get(path)!;
  const text = texts.get(path) ?? '';
  const index = entry.note.headings.indexOf(heading);
  const own = entry.dialect.edits.renameHeading(text, entry.note, index, title);
  const after = entry.dialect.parse(withEdits(text, own), { todoSections: [] });
  const renamed = after.headings[index];
  if (renamed === undefined || after.headings.length !== entry.note.headings.length || renamed.title === '') {
    return { refused: say('“{0}” would not be read as a title.', title) };
  }
  const conflict = headingConflict(snapshot, entry, heading, renamed);
  if (conflict !== undefined) {
    return { refused: conflict };
  }
  const edits = new CheckedEdits(snapshot, texts);
  for (const edit of own) {
    edits.add(path, edit, () => '');
  }
  writeHeadingUses(snapshot, texts, entry, index, after, edits);
  if (index === 0) {
    writeTitleUses(snapshot, texts, entry, renamed.title, edits);
  }
  return edits.finish();
}

/** Links to every section whose names change: the renamed one, and those numbered because they are called the same. */
function writeHeadingUses(
  snapshot: Snapshot,
  texts: Texts,
  entry: NoteEntry,
  renamed: number,
  after: Note,
  edits: CheckedEdits,
): void {
  const { path, note } = entry;
  const later = { ...snapshot, notes: snapshot.notes.with([{ path, entry: { ...entry, note: after } }]) };
  const titles = [note.headings[renamed]!.title, after.headings[renamed]!.title];
  note.headings.forEach((heading, index) => {
    const now = after.headings[index]!;
    const isOther = heading.title !== now.title || heading.names[0] !== now.names[0];
    if (!isOther && !isNumberedWith(heading, titles)) {
      return;
    }
    const leadsHere = (fragment: string): boolean => {
      const place = resolveWikiFragment(later, path, fragment);
      return place.type === 'note' && place.span !== undefined && sameSpan(place.span, now.titleSpan);
    };
    const from = { name: heading.names[0] ?? '', title: heading.title };
    const to = { name: now.names[0] ?? '', title: now.title, leadsHere };
    for (const use of usesOf(snapshot, [{ type: 'heading', path, heading }])) {
      const fragment = 'fragment' in use.target ? use.target.fragment : undefined;
      if (fragment === undefined ? isOther : index === renamed || !leadsHere(fragment)) {
        writeUse(snapshot, texts, use, { from, to }, edits);
      }
    }
  });
}

/** Whether a number may tell `heading` and a section of one of `titles` apart. */
function isNumberedWith(heading: Heading, titles: readonly string[]): boolean {
  return titles.some((title) => slug(title) === slug(heading.title));
}

/** Wiki links that call the note by its title. */
function writeTitleUses(
  snapshot: Snapshot,
  texts: Texts,
  { path, note }: NoteEntry,
  title: string,
  edits: CheckedEdits,
): void {
  const before = foldName(note.headings[0]!.title);
  for (const use of usesOf(snapshot, [{ type: 'file', path }])) {
    const { target } = use;
    const text = texts.get(use.path);
    const isByTitle = target.type === 'note-name' && foldName(target.name) === before && !isFileName(path, target.name);
    if (isByTitle && text !== undefined) {
      const write = snapshot.notes.get(use.path)!.dialect.edits.writePath;
      edits.add(use.path, write(text, use.holder, { path: title }), () => say('A wiki link cannot say “{0}”.', title));
    }
  }
}

function isFileName(path: NotePath, name: string): boolean {
  const file = foldName(path.slice(path.lastIndexOf('/') + 1));
  return file === foldName(name) || file.startsWith(`${foldName(name)}.`);
}

/** A name that another target or title has, where links would lead there, or nowhere, instead. */
function headingConflict(
  snapshot: Snapshot,
  { path, note }: NoteEntry,
  heading: Heading,
  renamed: Heading,
): string | undefined {
  for (const name of renamed.names) {
    const others = heading.names.includes(name) ? undefined : definitionsIn(note, 'target').get(name);
    const [anchor] = others?.anchors ?? [];
    const [other] = others?.headings ?? [];
    if (anchor === undefined && other === undefined) {
      continue;
    }
    const isUsed = usesOf(snapshot, [
      { type: 'heading', path, heading },
      ...(other === undefined ? [] : [{ type: 'heading' as const, path, heading: other }]),
    ]).some(({ target }) => target.type === 'local' || anchor !== undefined);
    if (isUsed) {
      const line = note.lines.lineAt((anchor?.span ?? other!.span).start) + 1;
      return say('“{0}” is taken: line {1} has that name, and links use it.', renamed.title, line);
    }
  }
  return undefined;
}
