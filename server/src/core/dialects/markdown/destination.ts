/** Destinations and titles of links, as inline links and definitions have them. Source: CommonMark, "Links". */
import { isAsciiControl, isLineEnd, isWhite } from './characters.ts';

const BACKSLASH = 92;
const OPEN = 40;
const CLOSE = 41;
const LESS = 60;
const GREATER = 62;
const DEEPEST_PARENTHESES = 32;

export interface Destination {
  /** Bounds of what it names, without angle brackets. */
  readonly from: number;
  readonly to: number;
  /** Behind the closing angle bracket. */
  readonly end: number;
}

/** The destination that starts at `at`; `undefined` where there is none. A bare one is not empty. */
export function readDestination(text: string, at: number, to: number): Destination | undefined {
  return at < to && text.charCodeAt(at) === LESS ? bracketed(text, at, to) : bare(text, at, to);
}

function bracketed(text: string, start: number, to: number): Destination | undefined {
  for (let at = start + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER) {
      return { from: start + 1, to: at, end: at + 1 };
    }
    if (code === LESS || isLineEnd(code)) {
      return undefined;
    }
    if (code === BACKSLASH && isBracketEscape(text.charCodeAt(at + 1))) {
      at++;
    }
  }
  return undefined;
}

function isBracketEscape(code: number): boolean {
  return code === LESS || code === GREATER || code === BACKSLASH;
}

function bare(text: string, start: number, to: number): Destination | undefined {
  let depth = 0;
  let at = start;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      depth++;
      if (depth > DEEPEST_PARENTHESES) {
        return undefined;
      }
    } else if (code === CLOSE) {
      if (depth === 0) {
        break;
      }
      depth--;
    } else if (code <= 32 || code === 127) {
      if (!isWhite(code) && isAsciiControl(code)) {
        return undefined;
      }
      break;
    } else if (code === BACKSLASH && isParenthesisEscape(text.charCodeAt(at + 1))) {
      at++;
    }
  }
  const end = Math.min(at, to);
  return depth > 0 || end === start ? undefined : { from: start, to: end, end };
}

function isParenthesisEscape(code: number): boolean {
  return code === OPEN || code === CLOSE || code === BACKSLASH;
}

/** End of the quoted title that starts at `at`; -1 where there is none. */
export function titleEnd(text: string, start: number, to: number): number {
  const open = start < to ? text.charCodeAt(start) : 0;
  if (open !== 34 && open !== 39 && open !== OPEN) {
    return -1;
  }
  const close = open === OPEN ? CLOSE : open;
  for (let at = start + 1; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === close) {
      return at + 1;
    }
    if (code === OPEN && open === OPEN) {
      return -1;
    }
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      at += next === close || next === open || next === BACKSLASH ? 1 : 0;
    }
  }
  return -1;
}

const LONGEST_LABEL = 999;

/** End of the label in square brackets that starts at `at`; -1 where there is none, or nothing in it. */
export function labelEnd(text: string, start: number, to: number): number {
  if (start >= to || text.charCodeAt(start) !== 91) {
    return -1;
  }
  const limit = Math.min(to, start + LONGEST_LABEL + 2);
  let isFilled = false;
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) {
      return isFilled ? at + 1 : -1;
    }
    if (code === 91) {
      return -1;
    }
    isFilled ||= !isWhite(code);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(at + 1);
      at += next === 91 || next === 93 || next === BACKSLASH ? 1 : 0;
    }
  }
  return -1;
}

/** First offset at or behind `from` that is not white space; line endings count as such. */
export function skipWhite(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWhite(text.charCodeAt(at))) {
    at++;
  }
  return at;
}
