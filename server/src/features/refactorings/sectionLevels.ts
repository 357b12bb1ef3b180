/** Sections one level further out or in, with the sections inside of them. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { withEdits } from '../../core/model/edit.ts';
import { say } from '../../core/text/say.ts';
import type { Refused } from '../rename/renamable.ts';
import { reread } from './refactoring.ts';
import { withInside } from './sectionSpan.ts';

/** Gives section `index` and those inside of it levels that are `by` higher, or says why not. */
export function shiftLevels(entry: NoteEntry, text: string, index: number, by: 1 | -1): readonly TextEdit[] | Refused {
  const { note, dialect } = entry;
  const heading = note.headings[index]!;
  if (by < 0 && heading.level <= 1) {
    return { refused: say('This section is on the outermost level already.') };
  }
  if (by > 0 && !note.headings.some(({ level }, at) => at < index && level === heading.level)) {
    return { refused: say('There is no section before that this one could go into.') };
  }
  const levels = new Map(withInside(note, index).map((at) => [at, note.headings[at]!.level + by]));
  const edits = dialect.writes.setLevels(text, note, levels);
  const after = edits && reread(entry, withEdits(text, edits));
  const isAsWanted = after?.headings.every(({ level }, at) => level === (levels.get(at) ?? note.headings[at]!.level));
  return edits === undefined || !isAsWanted || after?.headings.length !== note.headings.length
    ? { refused: say('Other sections would change their levels as well.') }
    : edits;
}
