/** The lines that edits were made for: whoever carries the edits out compares them first. */
import type { TextEdit } from '../core/model/edit.ts';
import type { Note } from '../core/model/note.ts';

export interface ExpectedLine {
  /** 0-based. */
  readonly line: number;
  /** Without its line break. */
  readonly text: string;
}

/** Every line of `text` that an edit starts or ends on, as it reads now; `note` was read from `text`. */
export function expectedLines(text: string, { lines }: Note, edits: readonly TextEdit[]): readonly ExpectedLine[] {
  const numbers = new Set(edits.flatMap(({ span }) => [lines.lineAt(span.start), lines.lineAt(span.end)]));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((line) => ({
      line,
      text: text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, ''),
    }));
}
