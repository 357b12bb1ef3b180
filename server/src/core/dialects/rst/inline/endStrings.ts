/** End-strings of inline markup. Source: reStructuredText specification, recognition rules 2, 4, 6 and 7. */
import { allowsEnd, isWhite } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { simpleNameEnd } from '../names.ts';

const BACKSLASH = 92;
const COLON = 58;
const UNDERSCORE = 95;

/** Offset of the first end-string `close` at or behind `from`, or -1. Only a literal's may follow a backslash. */
export function findEnd(text: string, from: number, to: number, close: string): number {
  for (let at = text.indexOf(close, from); at >= 0 && at < to; at = text.indexOf(close, at + 1)) {
    const end = at + close.length;
    if (end <= to && isEndString(text, from, at, close) && endsHere(text, end, to, close)) {
      return at;
    }
  }
  return -1;
}

function isEndString(text: string, from: number, at: number, close: string): boolean {
  if (at === from) {
    return true;
  }
  return !isWhite(text.charCodeAt(at - 1)) && (close === '``' || !isEscaped(text, at, from));
}

/** A substitution reference may go on as a hyperlink reference. */
function endsHere(text: string, end: number, to: number, close: string): boolean {
  let behind = end;
  if (close === '|') {
    while (behind < end + 2 && behind < to && text.charCodeAt(behind) === UNDERSCORE) {
      behind++;
    }
  }
  return behind >= to || allowsEnd(text.charCodeAt(behind));
}

export interface BackquoteEnd {
  /** Offset of the closing backquote. */
  readonly close: number;
  /** Offset behind role suffix or underscores. */
  readonly end: number;
  readonly suffixRole?: string;
  readonly underscores: number;
}

/** The end of interpreted text or of a phrase reference that starts at `from`. */
export function findBackquoteEnd(text: string, from: number, to: number): BackquoteEnd | undefined {
  for (let at = text.indexOf('`', from); at >= 0 && at < to; at = text.indexOf('`', at + 1)) {
    if (at === from || isUnescapedEnd(text, from, at)) {
      const found = readSuffix(text, at, to);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** Neither unescaped white space nor an escaping backslash stands before. */
function isUnescapedEnd(text: string, from: number, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === BACKSLASH) {
    return !isEscaped(text, at, from);
  }
  return !isWhite(before) || (at - 2 >= from && text.charCodeAt(at - 2) === BACKSLASH && isEscaped(text, at - 1, from));
}

/** What may follow the closing backquote: a role, then up to two underscores; longest first, as far as it ends well. */
function readSuffix(text: string, close: number, to: number): BackquoteEnd | undefined {
  const behind = close + 1;
  const role = roleEnd(text, behind, to);
  for (const start of role > behind ? [role, behind] : [behind]) {
    for (let underscores = countUnderscores(text, start, to); underscores >= 0; underscores--) {
      const end = start + underscores;
      if (end >= to || allowsEnd(text.charCodeAt(end))) {
        return {
          close,
          end,
          underscores,
          ...(start > behind ? { suffixRole: text.slice(behind + 1, start - 1) } : {}),
        };
      }
    }
  }
  return undefined;
}

function roleEnd(text: string, from: number, to: number): number {
  if (from >= to || text.charCodeAt(from) !== COLON) {
    return from;
  }
  const end = simpleNameEnd(text, from + 1, to);
  return end > from + 1 && end < to && text.charCodeAt(end) === COLON ? end + 1 : from;
}

function countUnderscores(text: string, from: number, to: number): number {
  let count = 0;
  while (count < 2 && from + count < to && text.charCodeAt(from + count) === UNDERSCORE) {
    count++;
  }
  return count;
}
