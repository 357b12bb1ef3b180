/** Rows of tables. Source: GitHub Flavored Markdown, "Tables". */
import { isSpace } from '../characters.ts';

const BACKSLASH = 92;
const PIPE = 124;
const COLON = 58;
const HYPHEN = 45;

/** Bounds of the cells of the row from `from` to `to`, one after the other, without white space around them. */
export function rowCells(text: string, from: number, to: number): readonly number[] {
  const bounds: number[] = [];
  let start = text.charCodeAt(from) === PIPE ? from + 1 : from;
  for (let at = start; at <= to; at++) {
    if (at === to || text.charCodeAt(at) === PIPE) {
      addCell(bounds, text, start, at, at === to);
      start = at + 1;
    } else if (text.charCodeAt(at) === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      at += at + 1 < to && (next === BACKSLASH || next === PIPE) ? 1 : 0;
    }
  }
  return bounds;
}

function addCell(bounds: number[], text: string, from: number, to: number, isLast: boolean): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) {
    start++;
  }
  while (end > start && isSpace(text.charCodeAt(end - 1))) {
    end--;
  }
  if (end > start || !isLast) {
    bounds.push(start, end);
  }
}

/** Number of columns that the delimiter row from `from` to `to` makes; 0 where it is none. */
export function delimiterColumns(text: string, from: number, to: number): number {
  let isMarked = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== HYPHEN && code !== COLON && code !== PIPE && !isSpace(code)) {
      return 0;
    }
    isMarked ||= code === COLON || code === PIPE;
  }
  if (!isMarked) {
    return 0;
  }
  const cells = rowCells(text, from, to);
  for (let index = 0; index < cells.length; index += 2) {
    if (!isDelimiter(text, cells[index]!, cells[index + 1]!)) {
      return 0;
    }
  }
  return cells.length / 2;
}

/** `---`, `:--`, `--:` or `:-:`. */
function isDelimiter(text: string, from: number, to: number): boolean {
  const start = text.charCodeAt(from) === COLON ? from + 1 : from;
  const end = to > start && text.charCodeAt(to - 1) === COLON ? to - 1 : to;
  for (let at = start; at < end; at++) {
    if (text.charCodeAt(at) !== HYPHEN) {
      return false;
    }
  }
  return end > start;
}
