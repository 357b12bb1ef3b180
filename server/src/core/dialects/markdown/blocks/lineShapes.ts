/** Blocks that one line tells: thematic breaks, setext underlines, ATX headings, fences. Source: CommonMark, "Leaf blocks". */
import { isSpace } from '../characters.ts';

const HASH = 35;
const BACKTICK = 96;
const DEEPEST_HEADING = 6;
const SHORTEST_FENCE = 3;

/** Whether the line from `first` to `end` is `*`, `-` or `_`, three times at least, with nothing else but white space. */
export function isThematicBreak(text: string, first: number, end: number): boolean {
  const mark = text.charCodeAt(first);
  let count = 0;
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) {
      count++;
    } else if (!isSpace(code)) {
      return false;
    }
  }
  return count >= 3;
}

/** Whether the line from `first` to `end` is one run of `=` or `-`. */
export function isUnderline(text: string, first: number, end: number): boolean {
  const mark = text.charCodeAt(first);
  let at = first + 1;
  while (at < end && text.charCodeAt(at) === mark) {
    at++;
  }
  return trimmedEnd(text, at, end) === at;
}

/** `end`, moved up over white space, not before `from`. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) {
    at--;
  }
  return at;
}

export interface AtxHeading {
  readonly level: number;
  /** Bounds of the title, without white space and closing `#`s. */
  readonly from: number;
  readonly to: number;
}

/** The heading that the line from `first` to `end` is, if it is one. */
export function atxHeading(text: string, first: number, end: number): AtxHeading | undefined {
  let from = first;
  while (from < end && text.charCodeAt(from) === HASH) {
    from++;
  }
  const level = from - first;
  if (level > DEEPEST_HEADING || (from < end && !isSpace(text.charCodeAt(from)))) {
    return undefined;
  }
  while (from < end && isSpace(text.charCodeAt(from))) {
    from++;
  }
  const to = trimmedEnd(text, from, end);
  let closing = to;
  while (closing > from && text.charCodeAt(closing - 1) === HASH) {
    closing--;
  }
  if (closing === from) {
    return { level, from, to: from };
  }
  return { level, from, to: isSpace(text.charCodeAt(closing - 1)) ? trimmedEnd(text, from, closing) : to };
}

/** How many backquotes or tildes open a fence in the line from `first` to `end`; 0 where none does. */
export function openingFence(text: string, first: number, end: number): number {
  const mark = text.charCodeAt(first);
  const behind = runEnd(text, first, end);
  if (behind - first < SHORTEST_FENCE) {
    return 0;
  }
  if (mark === BACKTICK) {
    const other = text.indexOf('`', behind);
    if (other >= 0 && other < end) {
      return 0;
    }
  }
  return behind - first;
}

/** Whether the line from `first` to `end` closes a fence that `length` of the character `mark` opened. */
export function closesFence(text: string, first: number, end: number, mark: number, length: number): boolean {
  if (text.charCodeAt(first) !== mark) {
    return false;
  }
  const behind = runEnd(text, first, end);
  return behind - first >= length && trimmedEnd(text, behind, end) === behind;
}

/** End of the run of the character at `from`. */
export function runEnd(text: string, from: number, end: number): number {
  const mark = text.charCodeAt(from);
  let at = from + 1;
  while (at < end && text.charCodeAt(at) === mark) {
    at++;
  }
  return at;
}
