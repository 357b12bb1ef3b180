/** Writes a new section title, adorned as its level is in the note. */
import type { Note } from '../../../model/note.ts';
import { columnWidth } from '../columnWidth.ts';

/** In the order in which people take them. */
const MARKS = '=-~^"\'+#*`';
const SHORTEST = 4;

interface Style {
  readonly mark: string;
  readonly overlined: boolean;
}

/** See `DialectEdits.writeHeading`. */
export function writeHeading(text: string, note: Note, level: number, title: string): readonly string[] {
  const style = styleOf(text, note, level) ?? { mark: unusedMark(text, note), overlined: false };
  const line = style.mark.repeat(Math.max(columnWidth(title), SHORTEST));
  return style.overlined ? [line, title, line] : [title, line];
}

function styleOf(text: string, note: Note, level: number): Style | undefined {
  const heading = note.headings.find((other) => other.level === level);
  return heading && { mark: text[heading.span.end - 1]!, overlined: heading.span.start < lineStart(note, heading) };
}

/** Where the line of the title starts. */
function lineStart({ lines }: Note, { titleSpan }: Note['headings'][number]): number {
  return lines.startOf(lines.lineAt(titleSpan.start));
}

function unusedMark(text: string, note: Note): string {
  const used = new Set(note.headings.map(({ span }) => text[span.end - 1]));
  return [...MARKS].find((mark) => !used.has(mark)) ?? MARKS[0]!;
}
