/** Bullets and enumerators. Source: CommonMark, "List items". */
import { isDigit, isSpace } from '../characters.ts';
import type { Cursor } from './cursor.ts';

const MOST_DIGITS = 9;
/** Farther than this from its marker, an item starts with indented code. */
const FARTHEST = 4;

export interface ListMarker {
  /** Offset behind the marker. */
  readonly end: number;
  /** Columns that the item's lines are indented by at least. */
  readonly width: number;
  /** The item's text does not start on this line. */
  readonly isEmpty: boolean;
}

/** The marker that `cursor` stands before, which may not be any where it interrupts a paragraph. */
export function listMarker(cursor: Cursor, interrupts: boolean): ListMarker | undefined {
  const { text, first, end } = cursor;
  const code = text.charCodeAt(first);
  let at = first + 1;
  if (isDigit(code)) {
    while (at < end && isDigit(text.charCodeAt(at))) {
      at++;
    }
    const delimiter = at < end ? text.charCodeAt(at) : 0;
    const isOther = interrupts && (code !== 49 || at > first + 1);
    if (at - first > MOST_DIGITS || (delimiter !== 46 && delimiter !== 41) || isOther) {
      return undefined;
    }
    at++;
  } else if (code !== 42 && code !== 43 && code !== 45) {
    return undefined;
  }
  if (at < end && !isSpace(text.charCodeAt(at))) {
    return undefined;
  }
  return measured(cursor, at, interrupts);
}

function measured(cursor: Cursor, at: number, interrupts: boolean): ListMarker | undefined {
  const { text, end } = cursor;
  const start = cursor.column + cursor.indent + at - cursor.first;
  let content = at;
  let column = start;
  while (content < end && isSpace(text.charCodeAt(content))) {
    column += text.charCodeAt(content) === 9 ? 4 - (column % 4) : 1;
    content++;
  }
  const isEmpty = content >= end;
  if (isEmpty && interrupts) {
    return undefined;
  }
  const gap = isEmpty || column - start > FARTHEST ? 1 : column - start;
  return { end: at, width: start + gap - cursor.column, isEmpty };
}
