/** Another name for a target, label, footnote, citation or substitution, and for everything that refers to it. */

import { usesOf } from '../../core/index/backlinks.ts';
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { labelOf } from '../../core/index/noteSymbols.ts';
import { definitionsIn, spaceOf } from '../../core/index/resolveName.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { NotePath } from '../../core/text/path.ts';
import { say, sayable } from '../../core/text/say.ts';
import type { NoteEdits, Texts } from '../noteEdits.ts';
import { CheckedEdits } from './checkedEdits.ts';
import type { Refused } from './renamable.ts';
import { writeUse } from './writeUse.ts';

/** Notes whose texts the rename needs. */
export function notesOfAnchor(snapshot: Snapshot, path: NotePath, [anchor]: readonly Anchor[]): readonly NotePath[] {
  return anchor === undefined
    ? [path]
    : [path, ...usesOf(snapshot, [{ type: 'anchor', path, anchor }]).map((use) => use.path)];
}

/** Gives `anchors`, all those of one name in the note at `path`, the name `name`. */
export function renameAnchor(
  snapshot: Snapshot,
  texts: Texts,
  path: NotePath,
  anchors: readonly Anchor[],
  name: string,
): readonly NoteEdits[] | Refused {
  const entry = snapshot.notes.get(path)!;
  const text = texts.get(path) ?? '';
  const [anchor] = anchors;
  const before = anchor && entry.dialect.edits.anchorName(text, anchor);
  if (anchor === undefined || before === undefined) {
    return { refused: say('This has no name that is written anywhere.') };
  }
  const conflict = anchorConflict(snapshot, entry, anchor, entry.dialect.anchorKey(name));
  if (conflict !== undefined) {
    return { refused: say('“{0}” is taken: {1}.', name, conflict) };
  }
  const edits = new CheckedEdits(snapshot, texts);
  for (const each of anchors) {
    const from = entry.dialect.edits.anchorName(text, each) ?? before;
    edits.add(path, entry.dialect.edits.writeAnchor(text, each, { from, to: name }), () => cannotBe(anchor, name));
  }
  const change = {
    from: { name: anchor.name, title: before },
    to: { name: entry.dialect.anchorKey(name), title: name },
  };
  for (const use of usesOf(snapshot, [{ type: 'anchor', path, anchor }])) {
    writeUse(snapshot, texts, use, change, edits);
  }
  return edits.finish();
}

const names = sayable({
  target: '“{0}” cannot be the name of a target.',
  definition: '“{0}” cannot be the name of a target.',
  footnote: '“{0}” cannot be the name of a footnote.',
  citation: '“{0}” cannot be the name of a citation.',
  substitution: '“{0}” cannot be the name of a substitution.',
});

function cannotBe({ kind }: Anchor, name: string): string {
  return say(names[spaceOf(kind)], name);
}

/** Where the name is in use already, if it is. */
function anchorConflict(
  snapshot: Snapshot,
  { path, note }: NoteEntry,
  anchor: Anchor,
  name: string,
): string | undefined {
  if (name === anchor.name) {
    return undefined;
  }
  const there = definitionsIn(note, spaceOf(anchor.kind)).get(name);
  const [other] = there?.anchors ?? [];
  const heading = there?.headings.find(
    (each) => usesOf(snapshot, [{ type: 'heading', path, heading: each }]).length > 0,
  );
  if (other !== undefined || heading !== undefined) {
    return say('line {0} has that name', note.lines.lineAt((other ?? heading!).span.start) + 1);
  }
  const label = labelOf({ kind: anchor.kind, name, value: anchor.value });
  const elsewhere = label === undefined ? [] : snapshot.notes.labelDefinitions(label).filter((each) => each !== path);
  return elsewhere[0] === undefined ? undefined : say('{0} has that name', displayPath(snapshot.roots, elsewhere[0]));
}
