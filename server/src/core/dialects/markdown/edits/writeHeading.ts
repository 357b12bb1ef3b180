/** Writes a new section title: underlined where the note's titles of that level are, else with number signs. */
import type { Note } from '../../../model/note.ts';

const DEEPEST = 6;
const SHORTEST = 3;

/** See `DialectEdits.writeHeading`. */
export function writeHeading(text: string, note: Note, level: number, title: string): readonly string[] {
  const beside = note.headings.find((other) => other.level === level);
  const isUnderlined = beside !== undefined && level <= 2 && text[beside.span.start] !== '#';
  return isUnderlined
    ? [title, (level === 1 ? '=' : '-').repeat(Math.max(title.length, SHORTEST))]
    : [`${'#'.repeat(Math.min(level, DEEPEST))} ${title}`];
}
