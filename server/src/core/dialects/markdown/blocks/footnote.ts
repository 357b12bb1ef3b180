/** Footnote definitions: `[^label]: text`. Source: GitHub Flavored Markdown; exact rules as micromark has them. */
import { isWhite } from '../characters.ts';
import type { Cursor } from './cursor.ts';

const LONGEST_LABEL = 999;

/** Offset behind `[^label]:` at `cursor`; -1 where there is none. */
export function footnoteStart(cursor: Cursor): number {
  const { text, first, end } = cursor;
  const close = footnoteLabelEnd(text, first, end);
  return close >= 0 && close < end && text.charCodeAt(close) === 58 ? close + 1 : -1;
}

/** Offset behind `[^label]` at `from`; -1 where there is none. */
export function footnoteLabelEnd(text: string, from: number, to: number): number {
  if (from + 1 >= to || text.charCodeAt(from + 1) !== 94) {
    return -1;
  }
  const limit = Math.min(to, from + LONGEST_LABEL + 3);
  for (let at = from + 2; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) {
      return at > from + 2 ? at + 1 : -1;
    }
    if (code === 91 || isWhite(code)) {
      return -1;
    }
    if (code === 92) {
      const next = text.charCodeAt(at + 1);
      at += next === 91 || next === 92 || next === 93 ? 1 : 0;
    }
  }
  return -1;
}
