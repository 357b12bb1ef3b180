/** Moves a section, or changes its level, by command. */

import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { say } from '../../core/text/say.ts';
import type { NoteEdits } from '../noteEdits.ts';
import type { Refused } from '../rename/renamable.ts';
import { moveSection } from './moveSection.ts';
import { shiftLevels } from './sectionLevels.ts';
import { sectionOf } from './sectionSpan.ts';

export type SectionEdit = 'up' | 'down' | 'promote' | 'demote';

/** Edits of the note, or why there are none, for the section that `offset` is in. */
export function editSection(entry: NoteEntry, text: string, offset: number, how: SectionEdit): NoteEdits | Refused {
  const index = sectionOf(entry.note, offset);
  if (index < 0) {
    return { refused: say('There is no section here.') };
  }
  const edits =
    how === 'up' || how === 'down'
      ? moveSection(entry, text, index, how)
      : shiftLevels(entry, text, index, how === 'promote' ? -1 : 1);
  return 'refused' in edits ? edits : { path: entry.path, edits };
}
