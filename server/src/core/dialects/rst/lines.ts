/**
 * The text as docutils sees it: lines without trailing white space, each with the column where it starts.
 * A construct that has a marker moves the first line's start behind it, so that its content can be read as if it stood
 * in a document of its own; positions stay those of the note.
 */

import { feedStarts, LineIndex } from '../../text/lineIndex.ts';
import { isWhite } from './characters.ts';

const TAB = 9;
const SPACE = 32;
const TAB_STOP = 8;
/** Line breaks besides LF, and the characters that make columns differ from offsets. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that docutils treats in a way of their own.
const UNUSUAL = /[\t\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
/** docutils splits lines where Python does; form feed and vertical tab count as spaces. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that docutils splits lines at.
const BREAK = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g;

export interface Lines {
  /** The note's text, in which tabs, vertical tabs and form feeds are spaces, so that no construct must know them. */
  readonly text: string;
  /** The note's text as written, which tells how far tabs reach. */
  readonly source: string;
  readonly count: number;
  /** Offset of the first character that is not white space; equals `end` for a blank line. */
  readonly first: Int32Array;
  /** Offset behind the last character that is not white space. */
  readonly end: Int32Array;
  /** Column of `first`, tabs expanded; -1 for a blank line. */
  readonly indent: Int32Array;
  /** Whether `source` has tabs. */
  readonly hasTabs: boolean;
  /** Whether any line is indented by other white space than these; see oddIndents.ts. */
  hasOddIndents: boolean;
}

export interface SplitText {
  readonly lines: Lines;
  /** The lines as the Language Server Protocol counts them. */
  readonly index: LineIndex;
}

/**
 * Splits `text` into lines. They are valid until the next call, which reuses their memory: reading a note is over by
 * then.
 */
export function splitLines(text: string): SplitText {
  return UNUSUAL.test(text) ? { lines: splitUnusual(text), index: LineIndex.of(text) } : splitPlain(text);
}

/** Longer arrays than this are not kept for the next note. */
const MOST_KEPT = 1 << 17;
let kept: LineArrays = arrays(1 << 10);

type LineArrays = Pick<Lines, 'first' | 'end' | 'indent'>;

type Source = Pick<Lines, 'text' | 'source' | 'hasTabs'>;

/** Lines to be filled, in memory of their own. */
export function newLines(of: Source, count: number): Lines {
  return linesIn(of, count, arrays(count));
}

/** All are made here, so that they have one shape to the engine: every construct reads them. */
function linesIn({ text, source, hasTabs }: Source, count: number, { first, end, indent }: LineArrays): Lines {
  return { text, source, count, first, end, indent, hasTabs, hasOddIndents: false };
}

function arrays(count: number): LineArrays {
  return { first: new Int32Array(count), end: new Int32Array(count), indent: new Int32Array(count) };
}

function allocate(of: Source, count: number): Lines {
  if (count > MOST_KEPT) {
    return newLines(of, count);
  }
  if (count > kept.first.length) {
    kept = arrays(count * 2);
  }
  return linesIn(of, count, kept);
}

function splitPlain(text: string): SplitText {
  const starts = feedStarts(text);
  const count = starts.length;
  const lines = allocate({ text, source: text, hasTabs: false }, count);
  for (let line = 0; line < count; line++) {
    const stop = line + 1 < count ? starts[line + 1]! - 1 : text.length;
    setLine(lines, line, starts[line]!, stop);
  }
  return { lines, index: LineIndex.from(starts, text.length) };
}

function splitUnusual(text: string): Lines {
  const bounds: number[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    bounds.push(start, match.index);
    start = match.index + match[0].length;
  }
  bounds.push(start, text.length);
  const spaced = text.replace(/[\t\v\f]/g, ' ');
  const lines = allocate({ text: spaced, source: text, hasTabs: text.includes('\t') }, bounds.length / 2);
  for (let line = 0; line < lines.count; line++) {
    setLine(lines, line, bounds[2 * line]!, bounds[2 * line + 1]!);
  }
  return lines;
}

/** Lets `line` hold the line between `start` and `stop`; all white space indents it, behind a space or where it is `all`. */
export function setLine(lines: Lines, line: number, start: number, stop: number, all = false): void {
  setContent(lines, line, start, stop, 0);
  let first = lines.first[line]!;
  if ((first === start && !all) || !isOddSpace(lines.source.charCodeAt(first))) {
    return;
  }
  const { source } = lines;
  let indent = lines.indent[line]!;
  for (; first < lines.end[line]! && isWhite(source.charCodeAt(first)); first++) {
    indent += source.charCodeAt(first) === TAB ? tabWidth(indent) : 1;
  }
  lines.first[line] = first;
  lines.indent[line] = indent;
  lines.hasOddIndents = true;
}

/** White space that stays what it is, and makes a line indented only where a space stands before it. */
export function isOddSpace(code: number): boolean {
  return code !== SPACE && (code < 9 || code > 13) && isWhite(code);
}

/** Whether a line of the note ends at `code`. */
export function isLineBreak(code: number): boolean {
  return (
    code === 10 || code === 13 || (code >= 0x1c && code <= 0x1e) || code === 0x85 || code === 0x2028 || code === 0x2029
  );
}

/**
 * Lets `line` hold what stands between `start`, which is at `column`, and `stop`.
 */
export function setContent(lines: Lines, line: number, start: number, stop: number, column: number): void {
  const { source } = lines;
  let first = start;
  let indent = column;
  while (first < stop) {
    const code = source.charCodeAt(first);
    if (code === SPACE || code === 11 || code === 12) {
      indent++;
    } else if (code === TAB) {
      indent += tabWidth(indent);
    } else {
      break;
    }
    first++;
  }
  let end = stop;
  while (end > first && isTrailing(source.charCodeAt(end - 1))) {
    end--;
  }
  lines.first[line] = first;
  lines.end[line] = end;
  lines.indent[line] = first < end ? indent : -1;
}

/** Columns from `column` to the next tab stop. */
export function tabWidth(column: number): number {
  return TAB_STOP - (column % TAB_STOP);
}

function isTrailing(code: number): boolean {
  return code === SPACE || (code <= 31 && code >= 9) || (code >= 128 && isWhite(code));
}

export function isBlank(lines: Lines, line: number): boolean {
  return lines.indent[line]! < 0;
}

/** What stands in `line`, without white space around it. */
export function lineText(lines: Lines, line: number): string {
  return lines.text.slice(lines.first[line]!, lines.end[line]!);
}

/**
 * Column of `offset`, which lies in `line` at or behind its first character.
 */
export function columnAt(lines: Lines, line: number, offset: number): number {
  let column = lines.indent[line]!;
  for (let at = lines.first[line]!; at < offset; at++) {
    column += lines.source.charCodeAt(at) === TAB ? tabWidth(column) : 1;
  }
  return column;
}

/**
 * Offset of `column`, at or before the first character of `line`; the nearest one that is at hand where tabs stand in
 * front of that character.
 */
export function indentStart({ text, first, indent }: Lines, line: number, column: number): number {
  const start = first[line]!;
  const least = start - (indent[line]! - column);
  let at = start;
  while (at > least && text.charCodeAt(at - 1) === SPACE) {
    at--;
  }
  return at;
}

/** The smallest indent of the lines `from` to `to`; `fallback` where all are blank. */
export function smallestIndent(lines: Lines, from: number, to: number, fallback: number): number {
  let smallest = -1;
  for (let line = from; line < to; line++) {
    const indent = lines.indent[line]!;
    if (indent >= 0 && (smallest < 0 || indent < smallest)) {
      smallest = indent;
    }
  }
  return smallest < 0 ? fallback : smallest;
}

/** First line at or behind `from` that is not blank, or `to`. */
export function skipBlank(lines: Lines, from: number, to: number): number {
  let line = from;
  while (line < to && lines.indent[line]! < 0) {
    line++;
  }
  return line;
}

/** `to`, moved up over blank lines. */
export function trimBlank(lines: Lines, from: number, to: number): number {
  let line = to;
  while (line > from && lines.indent[line - 1]! < 0) {
    line--;
  }
  return line;
}

/** End of the run of lines from `from` on that are blank or indented by more than `column`. */
export function indentedEnd(lines: Lines, from: number, to: number, column: number): number {
  let line = from;
  while (line < to && (lines.indent[line]! < 0 || lines.indent[line]! > column)) {
    line++;
  }
  return line;
}
