/** Mends all of one kind at once. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { inPlaceOrder } from '../../core/model/edit.ts';

/** Edits that make every adornment of the note as long as its title. */
export function lengthenUnderlines({ note, dialect }: NoteEntry, text: string): readonly TextEdit[] {
  const seen = new Set<number>();
  const edits = note.problems
    .filter(({ code }) => code === 'heading.underline-short')
    .flatMap(({ code, span }) => dialect.writes.mendTitle(text, note, code, span) ?? []);
  return inPlaceOrder(edits).filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}
