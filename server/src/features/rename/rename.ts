/** Renaming whatever the cursor is on. */

import type { Snapshot } from '../../core/index/snapshot.ts';
import type { NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import type { NoteChanges, Texts } from '../noteEdits.ts';
import { type Refused, type Renamable, renamableAt } from './renamable.ts';
import { notesOfAnchor, renameAnchor } from './renameAnchor.ts';
import { fileMove, fileName, notesOfFile, renameFile } from './renameFile.ts';
import { notesOfHeading, renameHeading } from './renameHeading.ts';
import { RenameMemory } from './renameMemory.ts';

/** What an editor shows before it asks for the new name. */
export interface RenamePrompt {
  readonly span: Span;
  /** The name as it is now. */
  readonly placeholder: string;
}

/** Notes whose texts are needed to tell what the cursor's name is. */
export function notesToPrepare(snapshot: Snapshot, path: NotePath, offset: number): readonly NotePath[] {
  const thing = renamableAt(snapshot, path, offset);
  return 'refused' in thing || thing.type === 'file' ? [] : [thing.path];
}

/** The name at `offset` of the note at `path`, or why it cannot be changed. */
export function prepareRename(
  snapshot: Snapshot,
  texts: Texts,
  path: NotePath,
  offset: number,
): RenamePrompt | Refused {
  const thing = renamableAt(snapshot, path, offset);
  if ('refused' in thing) {
    return thing;
  }
  const placeholder = nameOf(snapshot, texts, thing);
  return placeholder === undefined
    ? { refused: say('This has no name that is written anywhere.') }
    : { span: thing.span, placeholder };
}

/** Notes whose texts `rename` needs; some more do no harm. */
export function notesToRename(snapshot: Snapshot, path: NotePath, offset: number, name: string): readonly NotePath[] {
  const thing = renamableAt(snapshot, path, offset);
  if ('refused' in thing) {
    return [];
  }
  switch (thing.type) {
    case 'heading':
      return notesOfHeading(snapshot, thing.path, thing.heading, name);
    case 'anchor':
      return notesOfAnchor(snapshot, thing.path, thing.anchors);
    case 'file': {
      const move = fileMove(snapshot, thing.path, name.trim(), thing.isBare);
      return 'refused' in move ? [] : notesOfFile(snapshot, move);
    }
  }
}

/** Gives what stands at `offset` of the note at `path` another name, everywhere; or says why not, and changes nothing. */
export function rename(
  snapshot: Snapshot,
  texts: Texts,
  path: NotePath,
  offset: number,
  name: string,
  memory = new RenameMemory(),
): NoteChanges | Refused {
  const thing = renamableAt(snapshot, path, offset);
  const wanted = name.trim();
  if ('refused' in thing) {
    return thing;
  }
  if (wanted === '' || /[\r\n]/.test(wanted)) {
    return { refused: wanted === '' ? say('A name cannot be empty.') : say('A name cannot hold a line break.') };
  }
  const before = nameOf(snapshot, texts, thing);
  if (before === wanted) {
    return { edits: [] };
  }
  if (thing.type === 'file') {
    const move = fileMove(snapshot, thing.path, wanted, thing.isBare);
    if ('refused' in move) {
      return move;
    }
    const changes = renameFile(snapshot, texts, move);
    return 'refused' in changes ? changes : memory.settle(move, changes, texts);
  }
  const edits =
    thing.type === 'heading'
      ? renameHeading(snapshot, texts, thing.path, thing.heading, wanted)
      : renameAnchor(snapshot, texts, thing.path, thing.anchors, wanted);
  return 'refused' in edits
    ? edits
    : memory.settle({ thing: placeOf(snapshot, thing), from: before ?? '', to: wanted }, { edits }, texts);
}

/** What is renamed, told apart from others that have or had the same name; no rename changes its number. */
function placeOf({ notes }: Snapshot, thing: Exclude<Renamable, { readonly type: 'file' }>): string {
  const { headings = [], anchors = [] } = notes.get(thing.path)?.note ?? {};
  const index = thing.type === 'heading' ? headings.indexOf(thing.heading) : anchors.indexOf(thing.anchors[0]!);
  return `${thing.type} ${index} ${thing.path}`;
}

function nameOf(snapshot: Snapshot, texts: Texts, thing: Renamable): string | undefined {
  const text = texts.get(thing.path) ?? '';
  switch (thing.type) {
    case 'heading':
      return text.slice(thing.heading.titleSpan.start, thing.heading.titleSpan.end);
    case 'anchor': {
      const [anchor] = thing.anchors;
      return anchor && snapshot.notes.get(thing.path)?.dialect.edits.anchorName(text, anchor);
    }
    case 'file':
      return fileName(thing.path, thing.isBare);
  }
}
