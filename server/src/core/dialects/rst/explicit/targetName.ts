/**
 * The name of a hyperlink target, between its underscore and the colon that ends it. Source: docutils'
 * `explicit.patterns.target`.
 */
import type { Span } from '../../../text/span.ts';
import { offsetIn, spanIn, type TextRun } from '../../textRun.ts';
import type { Block } from '../block.ts';
import { isWhite } from '../characters.ts';
import { isEscaped, unescapeText } from '../escapes.ts';
import { indexWithin } from '../indexWithin.ts';
import { indentedEnd, isBlank } from '../lines.ts';
import { normalizeName } from '../names.ts';
import { expandTabs } from '../tabs.ts';

const COLON = 58;
const SPACE = 32;
const BACKQUOTE = 96;
const UNDERSCORE = 95;

export interface TargetName {
  /** As references to it are compared; empty for an anonymous target. */
  readonly name: string;
  /** Offset of the name's first and behind its last character; equal for an anonymous target. */
  readonly span: Span;
  /** The line on which the name ends. */
  readonly line: number;
  /** Offset behind the colon. */
  readonly behind: number;
}

/** Where the name stands in a text, and where the text behind its colon starts. */
interface FoundName extends Span {
  readonly behind: number;
}

/** Reads the name at offset `from` of `line`; `undefined` where it is malformed. It may go on over indented lines. */
export function readTargetName(block: Block, line: number, from: number): TargetName | undefined {
  const { text, end } = block.lines;
  if (from >= end[line]! || text.charCodeAt(from) === SPACE) {
    return undefined;
  }
  const run = expandTabs(block.lines, from, end[line]!);
  const found = findName(run);
  if (found !== undefined) {
    return targetName(run, found, line);
  }
  const to = nameLinesEnd(block, line);
  return to > line + 1 ? overLines(block, line, to, from) : undefined;
}

function targetName(run: TextRun, { start, end, behind }: FoundName, line: number): TargetName {
  const name = normalizeName(unescapeText(run.text.slice(start, end)));
  return { name, span: spanIn(run, start, end), line, behind: offsetIn(run, behind - 1) + 1 };
}

function nameLinesEnd({ lines, to, column }: Block, line: number): number {
  const limit = indentedEnd(lines, line + 1, to, column);
  let end = line + 1;
  while (end < limit && !isBlank(lines, end)) {
    end++;
  }
  return end;
}

/** The lines stand one behind the other, with all that they are indented by. */
function overLines(block: Block, line: number, to: number, from: number): TargetName | undefined {
  const { lines, column } = block;
  let text = '';
  const starts: number[] = [];
  const origins: number[] = [];
  const lineStarts: number[] = [];
  for (let next = line; next < to; next++) {
    lineStarts.push(text.length);
    text += next === line ? '' : ' '.repeat(lines.indent[next]! - column);
    const run = expandTabs(lines, next === line ? from : lines.first[next]!, lines.end[next]!);
    starts.push(...(run.starts ?? [0]).map((start) => text.length + start));
    origins.push(...(run.origins ?? [run.from]));
    text += run.text.slice(run.from, run.to);
  }
  const run: TextRun = { text, from: 0, to: text.length, starts, origins };
  const found = findName(run);
  if (found === undefined) {
    return undefined;
  }
  const last = lineStarts.findLastIndex((start) => start < found.behind);
  return targetName(run, found, line + last);
}

function findName({ text, from, to }: TextRun): FoundName | undefined {
  if (text.charCodeAt(from) === UNDERSCORE) {
    const colon = text.charCodeAt(from + 1) === SPACE ? from + 2 : from + 1;
    return isColonAtEnd(text, colon, to) ? { start: from, end: from, behind: colon + 1 } : undefined;
  }
  return text.charCodeAt(from) === BACKQUOTE ? quotedName(text, from + 1, to) : plainName(text, from, to);
}

function isColonAtEnd(text: string, at: number, end: number): boolean {
  return at < end && text.charCodeAt(at) === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE);
}

/** Whether a name that starts at `from` may end at `at`. */
function mayEnd(text: string, from: number, at: number): boolean {
  return at > from && !isWhite(text.charCodeAt(at - 1)) && !isEscaped(text, at, from);
}

/** `` `a: b`: ``, of which `from` is behind the first backquote. */
function quotedName(text: string, from: number, end: number): FoundName | undefined {
  if (text.charCodeAt(from) === SPACE || text.charCodeAt(from) === BACKQUOTE) {
    return undefined;
  }
  const nextQuote = (at: number): number => indexWithin(text, BACKQUOTE, at + 1, end);
  for (let at = nextQuote(from); at >= 0; at = nextQuote(at)) {
    const colon = text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
    if (mayEnd(text, from, at) && isColonAtEnd(text, colon, end)) {
      return { start: from, end: at, behind: colon + 1 };
    }
  }
  return undefined;
}

/** `a b:`, which ends at the first unescaped colon with a space or nothing behind. */
function plainName(text: string, from: number, end: number): FoundName | undefined {
  const nextColon = (at: number): number => indexWithin(text, COLON, at + 1, end);
  for (let at = nextColon(from); at >= 0; at = nextColon(at)) {
    const nameEnd = text.charCodeAt(at - 1) === SPACE ? at - 1 : at;
    const endsInColon = text.charCodeAt(nameEnd - 1) === COLON && !isEscaped(text, nameEnd - 1, from);
    if (isColonAtEnd(text, at, end) && mayEnd(text, from, nameEnd) && !endsInColon) {
      return { start: from, end: nameEnd, behind: at + 1 };
    }
  }
  return undefined;
}
