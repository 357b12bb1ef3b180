/** Tags, comments and the like in HTML. Source: CommonMark, "Raw HTML". */
import { isAlpha, isAlphanumeric, isWhite } from './characters.ts';

const QUOTE = 34;
const APOSTROPHE = 39;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const SLASH = 47;

/** An attribute of a tag: bounds of its name, and of its value without quotes. */
export interface Attribute {
  readonly nameFrom: number;
  readonly nameTo: number;
  readonly valueFrom: number;
  readonly valueTo: number;
}

/** End of the opening or closing tag that starts at `at` with `<`; -1 where there is none before `to`. */
export function tagEnd(text: string, at: number, to: number): number {
  if (text.charCodeAt(at + 1) === SLASH) {
    return at + 2 < to && isAlpha(text.charCodeAt(at + 2)) ? closingTagEnd(text, at + 2, to) : -1;
  }
  return at + 1 < to && isAlpha(text.charCodeAt(at + 1)) ? readTag(text, at, to, undefined) : -1;
}

/** The attributes of the opening tag that starts at `at`, which is complete before `to`. */
export function attributesOf(text: string, at: number, to: number): readonly Attribute[] {
  const attributes: Attribute[] = [];
  readTag(text, at, to, attributes);
  return attributes;
}

/** The name of the tag that starts at `at`, in lower case. */
export function tagName(text: string, at: number, to: number): string {
  const from = text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
  return text.slice(from, nameEnd(text, from, to)).toLowerCase();
}

function nameEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) {
    at++;
  }
  return at;
}

function closingTagEnd(text: string, from: number, to: number): number {
  const at = skipWhite(text, nameEnd(text, from, to), to);
  return at < to && text.charCodeAt(at) === GREATER ? at + 1 : -1;
}

function skipWhite(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWhite(text.charCodeAt(at))) {
    at++;
  }
  return at;
}

/** Reads an opening tag into `attributes`; answers its end or -1. */
function readTag(text: string, start: number, to: number, attributes: Attribute[] | undefined): number {
  let at = nameEnd(text, start + 1, to);
  for (;;) {
    const behind = skipWhite(text, at, to);
    const code = behind < to ? text.charCodeAt(behind) : 0;
    if (code === GREATER) {
      return behind + 1;
    }
    if (code === SLASH) {
      return behind + 1 < to && text.charCodeAt(behind + 1) === GREATER ? behind + 2 : -1;
    }
    const nameTo = behind > at ? attributeNameEnd(text, behind, to) : behind;
    if (nameTo === behind) {
      return -1;
    }
    const value = attributeValue(text, nameTo, to);
    if (value === undefined) {
      return -1;
    }
    attributes?.push({ nameFrom: behind, nameTo, valueFrom: value.from, valueTo: value.to });
    at = value.end;
  }
}

function attributeNameEnd(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (!isAlpha(first) && first !== 95 && first !== 58) {
    return from;
  }
  let at = from + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (!isAlphanumeric(code) && code !== 95 && code !== 46 && code !== 58 && code !== 45) {
      break;
    }
  }
  return at;
}

interface Value {
  readonly from: number;
  readonly to: number;
  /** Behind the closing quote. */
  readonly end: number;
}

/** The value of the attribute whose name ends at `from`: nothing where it has none, `undefined` where it is broken. */
function attributeValue(text: string, from: number, to: number): Value | undefined {
  const equals = skipWhite(text, from, to);
  if (equals >= to || text.charCodeAt(equals) !== EQUALS) {
    return { from, to: from, end: from };
  }
  const start = skipWhite(text, equals + 1, to);
  if (start >= to) {
    return undefined;
  }
  const quote = text.charCodeAt(start);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const end = text.indexOf(quote === QUOTE ? '"' : "'", start + 1);
    return end < 0 || end >= to ? undefined : { from: start + 1, to: end, end: end + 1 };
  }
  let end = start;
  while (end < to && isUnquoted(text.charCodeAt(end))) {
    end++;
  }
  return end === start ? undefined : { from: start, to: end, end };
}

function isUnquoted(code: number): boolean {
  return !(
    isWhite(code) ||
    code === QUOTE ||
    code === APOSTROPHE ||
    code === LESS ||
    code === EQUALS ||
    code === GREATER ||
    code === 96
  );
}
