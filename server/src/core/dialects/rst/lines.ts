/**
 * The text as docutils sees it: lines without trailing white space, each with the column where it starts.
 * A construct that has a marker moves the first line's start behind it, so that its content can be read as if it stood
 * in a document of its own; positions stay those of the note.
 */

const TAB = 9;
const SPACE = 32;
const TAB_STOP = 8;
/** Line breaks besides LF, and the characters that make columns differ from offsets. */
const UNUSUAL = /[\t\r\v\f\x1c-\x1e\x85\u2028\u2029]/;
/** docutils splits lines where Python does; form feed and vertical tab count as spaces. */
const BREAK = /\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/g;

export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the first character that is not white space; equals `end` for a blank line. */
  readonly first: Int32Array;
  /** Offset behind the last character that is not white space. */
  readonly end: Int32Array;
  /** Column of `first`, tabs expanded; -1 for a blank line. */
  readonly indent: Int32Array;
}

/** Splits `text` into lines. */
export function splitLines(text: string): Lines {
  return UNUSUAL.test(text) ? splitUnusual(text) : splitPlain(text);
}

function allocate(text: string, count: number): Lines {
  return {
    text,
    count,
    first: new Int32Array(count),
    end: new Int32Array(count),
    indent: new Int32Array(count),
  };
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

function splitPlain(text: string): Lines {
  const lines = allocate(text, countLines(text));
  let start = 0;
  for (let line = 0; line < lines.count; line++) {
    let stop = text.indexOf('\n', start);
    stop = stop < 0 ? text.length : stop;
    setLine(lines, line, start, stop);
    start = stop + 1;
  }
  return lines;
}

function splitUnusual(text: string): Lines {
  const bounds: number[] = [];
  let start = 0;
  for (const match of text.matchAll(BREAK)) {
    bounds.push(start, match.index);
    start = match.index + match[0].length;
  }
  bounds.push(start, text.length);
  const lines = allocate(text, bounds.length / 2);
  for (let line = 0; line < lines.count; line++) {
    setLine(lines, line, bounds[2 * line]!, bounds[2 * line + 1]!);
  }
  return lines;
}

function setLine(lines: Lines, line: number, start: number, stop: number): void {
  setContent(lines, line, start, stop, 0);
}

/**
 * Lets `line` hold what stands between `start`, which is at `column`, and `stop`.
 */
export function setContent(lines: Lines, line: number, start: number, stop: number, column: number): void {
  const { text } = lines;
  let first = start;
  let indent = column;
  while (first < stop) {
    const code = text.charCodeAt(first);
    if (code === SPACE || code === 11 || code === 12) {
      indent++;
    } else if (code === TAB) {
      indent += TAB_STOP - (indent % TAB_STOP);
    } else {
      break;
    }
    first++;
  }
  let end = stop;
  while (end > first && isTrailing(text.charCodeAt(end - 1))) {
    end--;
  }
  lines.first[line] = first;
  lines.end[line] = end;
  lines.indent[line] = first < end ? indent : -1;
}

function isTrailing(code: number): boolean {
  return code === SPACE || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000;
}

/** A copy of lines `from` to `to` that may be changed without changing `lines`. */
export function copyLines(lines: Lines, from: number, to: number): Lines {
  return {
    text: lines.text,
    count: to - from,
    first: lines.first.slice(from, to),
    end: lines.end.slice(from, to),
    indent: lines.indent.slice(from, to),
  };
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
    column += lines.text.charCodeAt(at) === TAB ? TAB_STOP - (column % TAB_STOP) : 1;
  }
  return column;
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
