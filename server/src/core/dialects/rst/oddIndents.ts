/**
 * White space of Unicode in the indentation. docutils takes a line for indented by its first character, a space, but
 * counts all white space behind it; what is left of that once a block is cut out, with no space before it, is text.
 */
import type { Block } from './block.ts';
import { isWhite } from './characters.ts';
import { isLineBreak, isOddSpace, type Lines, tabWidth } from './lines.ts';

const TAB = 9;

/** Lets the text of each line of `block` start at its column where the character there is no plain space. */
export function settleOddIndents({ lines, from, to, column }: Block): void {
  for (let line = from; lines.hasOddIndents && line < to; line++) {
    if (lines.indent[line]! > column) {
      settle(lines, line, column);
    }
  }
}

function settle(lines: Lines, line: number, column: number): void {
  const at = lines.hasTabs ? offsetAmongTabs(lines, line, column) : lines.first[line]! - lines.indent[line]! + column;
  if (at < lines.first[line]! && isOddSpace(lines.source.charCodeAt(at))) {
    lines.first[line] = at;
    lines.indent[line] = column;
  }
}

/** Offset of `column` in the indentation of `line`; that of its text where a tab reaches over it, which is spaces then. */
function offsetAmongTabs({ source, first, indent }: Lines, line: number, column: number): number {
  const text = first[line]!;
  // Before the text of a cell stand other cells: no further than it is indented.
  const least = Math.max(0, text - indent[line]!);
  let at = text;
  while (at > least && isWhite(source.charCodeAt(at - 1)) && !isLineBreak(source.charCodeAt(at - 1))) {
    at--;
  }
  let reached = 0;
  for (; reached < column; at++) {
    reached += source.charCodeAt(at) === TAB ? tabWidth(reached) : 1;
  }
  return reached === column ? at : text;
}
