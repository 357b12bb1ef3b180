/**
 * URIs and mail addresses that stand in text as they are. Source: reStructuredText specification, "Standalone
 * Hyperlinks"; where one ends follows docutils' `uri` pattern, without its backtracking.
 */
import { allowsEnd, allowsStart } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { isScheme } from './schemes.ts';

const AT = 64;
const BACKSLASH = 92;
const COLON = 58;
const DOT = 46;
const GREATER = 62;
const HASH = 35;
const QUESTION = 63;

const LETTER = 1;
const SCHEME = 2;
const URI = 4;
/** A URI may end in these; punctuation belongs to the sentence around. */
const URI_LAST = 8;
const MAIL = 16;

const ascii = new Uint8Array(128);

function mark(characters: string, flag: number): void {
  for (const character of characters) {
    ascii[character.charCodeAt(0)]! |= flag;
  }
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
mark(letters, LETTER);
mark(`${letters}${digits}.+-`, SCHEME);
mark(`-_.!~*'()[];/:@&=+$,%${letters}${digits}`, URI);
mark(`_~*/=+${letters}${digits}`, URI_LAST);
mark(`-_!~*'{|}/#?^\`&=+$%${letters}${digits}`, MAIL);

function is(code: number, flag: number): boolean {
  return code < 128 && (ascii[code]! & flag) !== 0;
}

export interface FoundUri {
  readonly start: number;
  readonly end: number;
  readonly isMail: boolean;
}

/**
 * The first URI or mail address in `text` between `from` and `to`. As in docutils, one with a scheme that is not
 * registered ends the search. No colon and no at sign stand between `from` and `sign`.
 */
export function findUri(text: string, from: number, to: number, sign = from): FoundUri | undefined {
  for (let at = sign; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      const found = absoluteUri(text, from, at, to);
      if (found !== undefined) {
        return isScheme(text.slice(found.start, at)) ? found : undefined;
      }
    } else if (code === AT && !isEscaped(text, at, from)) {
      const found = mailAddress(text, from, at, to);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** Whether `text`, of which no escape is left, is a mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  const at = text.indexOf('@');
  const found = at < 0 || text.includes('\\') ? undefined : mailAddress(text, 0, at, text.length);
  return found !== undefined && found.start === 0 && found.end === text.length;
}

/** The URI whose scheme ends at the colon at `colon`. */
function absoluteUri(text: string, from: number, colon: number, to: number): FoundUri | undefined {
  let first = colon;
  while (first > from && is(text.charCodeAt(first - 1), SCHEME)) {
    first--;
  }
  for (let start = first; start < colon; start++) {
    if (is(text.charCodeAt(start), LETTER) && (start === from || allowsStart(text.charCodeAt(start - 1)))) {
      const end = uriEnd(text, colon + 1, to);
      return end < 0 ? undefined : { start, end, isMail: false };
    }
  }
  return undefined;
}

/** End of the path, query and fragment that start at `from`; -1 where they cannot end. */
function uriEnd(text: string, from: number, to: number): number {
  const path = runEnd(text, from, to);
  if (path < to && path > from && isLast(text, path, to)) {
    const query = text.charCodeAt(path) === QUESTION ? partEnd(text, path + 1, to, true) : -1;
    if (query >= 0) {
      return query;
    }
    const fragment = text.charCodeAt(path) === HASH ? partEnd(text, path + 1, to, false) : -1;
    if (fragment >= 0) {
      return fragment;
    }
  }
  return lastEnd(text, from, path, to);
}

/** End of the query or fragment that starts at `from`, where a query may have a fragment behind; -1 where there is none. */
function partEnd(text: string, from: number, to: number, isQuery: boolean): number {
  const run = runEnd(text, from, to);
  if (isQuery && run < to && run > from && text.charCodeAt(run) === HASH && isLast(text, run, to)) {
    const fragment = partEnd(text, run + 1, to, false);
    if (fragment >= 0) {
      return fragment;
    }
  }
  return lastEnd(text, from, run, to);
}

/** The farthest place between `from` and `run` where a URI may end and the text behind allows it; -1 for none. */
function lastEnd(text: string, from: number, run: number, to: number): number {
  for (let end = run; end > from; end--) {
    if (isLast(text, end, to) && (end >= to || allowsEnd(text.charCodeAt(end)))) {
      return end;
    }
  }
  return -1;
}

function isLast(text: string, end: number, to: number): boolean {
  const last = text.charCodeAt(end - 1);
  return is(last, URI_LAST) || ((is(last, URI) || last === BACKSLASH) && end < to && text.charCodeAt(end) === GREATER);
}

/** End of the characters that a URI may hold; a backslash escapes one that it holds too. */
function runEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (!is(code, URI) && (code !== BACKSLASH || isEscaped(text, at))) {
      break;
    }
    at++;
  }
  return at;
}

/** The address around the at sign at `at`. */
function mailAddress(text: string, from: number, at: number, to: number): FoundUri | undefined {
  const first = localPartStart(text, from, at);
  const end = first < at ? hostEnd(text, at + 1, to) : -1;
  if (end < 0) {
    return undefined;
  }
  for (let start = first; start < at; start++) {
    if ((start === from || allowsStart(text.charCodeAt(start - 1))) && text.charCodeAt(start) !== DOT) {
      return { start, end, isMail: true };
    }
  }
  return undefined;
}

/** Where the longest local part before `at` starts: it holds no two dots in a row, and no dot at its end. */
function localPartStart(text: string, from: number, at: number): number {
  let first = at;
  while (first > from) {
    const code = text.charCodeAt(first - 1);
    const isJoiningDot = code === DOT && first < at && text.charCodeAt(first) !== DOT;
    if (!isMailCharacter(text, first - 1) && !isJoiningDot) {
      break;
    }
    first--;
  }
  return first;
}

/** A backslash in an address escapes what stands behind it. */
function isMailCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return is(code, MAIL) || (code === BACKSLASH && !isEscaped(text, at));
}

function hostEnd(text: string, from: number, to: number): number {
  let end = from;
  while (end < to && (isMailCharacter(text, end) || (text.charCodeAt(end) === DOT && end > from))) {
    end++;
  }
  // The last character may be one that only a URI may hold, before `>`.
  for (end = Math.min(end + 1, to); end > from + 1; end--) {
    if (isLast(text, end, to) && (end >= to || allowsEnd(text.charCodeAt(end)))) {
      return end;
    }
  }
  return -1;
}
