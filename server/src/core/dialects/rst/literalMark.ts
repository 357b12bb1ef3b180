/** The `::` at a paragraph's end. Source: reStructuredText specification, "Literal Blocks". */
import { isEscaped } from './escapes.ts';
import type { Lines } from './lines.ts';

const COLON = 58;
const SPACE = 32;

/** Offset of the `::` that a paragraph ends in whose last line stands before line `to`; -1 where it does not. */
export function literalMark({ text, first, end }: Lines, to: number): number {
  const at = end[to - 1]! - 2;
  const start = first[to - 1]!;
  const isMark = at >= start && text.charCodeAt(at) === COLON && text.charCodeAt(at + 1) === COLON;
  return isMark && !isEscaped(text, at, start) ? at : -1;
}

/** Where the text of a paragraph ends that ends before line `to`: `text ::` reads as `text`, and `text::` as `text:`. */
export function textEnd(lines: Lines, to: number): number {
  const mark = literalMark(lines, to);
  if (mark < 0) {
    return lines.end[to - 1]!;
  }
  const isApart = mark === lines.first[to - 1] || lines.text.charCodeAt(mark - 1) === SPACE;
  return isApart ? mark : mark + 1;
}
