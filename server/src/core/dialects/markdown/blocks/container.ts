/** Blocks that hold blocks: what a line needs to go on in them. Source: CommonMark, "Container blocks". */
import type { Cursor } from './cursor.ts';

export interface Container {
  readonly type: 'quote' | 'item' | 'footnote';
  /** Offset of its marker. */
  readonly start: number;
  /** Columns that lines of an item or a footnote are indented by. */
  readonly width: number;
  /** Something stands in it; an item may start with one blank line only. */
  isFilled: boolean;
  /** Where its last line that is not blank ends. */
  lastEnd: number;
}

/** Whether the line at `cursor` goes on in `container`; if so, goes behind what marks that. */
export function continues(cursor: Cursor, container: Container): boolean {
  if (container.type === 'quote') {
    return skipQuoteMark(cursor);
  }
  if (cursor.isBlank) {
    return container.isFilled;
  }
  if (cursor.indent < container.width) {
    return false;
  }
  cursor.skipColumns(container.width);
  container.isFilled = true;
  return true;
}

/** Goes behind the `>` of a block quote and one column of white space, if there is one. */
export function skipQuoteMark(cursor: Cursor): boolean {
  if (cursor.indent > 3 || cursor.code !== 62) {
    return false;
  }
  cursor.goTo(cursor.first + 1);
  if (cursor.indent > 0) {
    cursor.skipColumns(1);
  }
  return true;
}
