/** Math between lines of `$$`. */
import { trimmedEnd } from './lineShapes.ts';

/** Also where it is blank within a block quote. */
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/;

/** Whether the line from `first` to `end` opens math, which ends before a blank line; `$$ a $$` on one line is text. */
export function opensMath(text: string, first: number, end: number): boolean {
  if (!text.startsWith('$$', first) || trimmedEnd(text, first, end) !== first + 2) {
    return false;
  }
  const close = text.indexOf('$$', end);
  return close >= 0 && !BLANK_LINE.test(text.slice(end, close));
}

/** Whether the line from `first` to `end` closes math. */
export function closesMath(text: string, first: number, end: number): boolean {
  const behind = trimmedEnd(text, first, end);
  return behind >= first + 2 && text.startsWith('$$', behind - 2);
}
