/**
 * Lines of a text, as the Language Server Protocol counts them: ended by LF, CRLF or CR.
 * Knows where lines start; keeps no text, so that a closed note costs two bytes a line.
 */

const LF = 10;
const CR = 13;

/** A place in a text: 0-based line, and UTF-16 code units from its start. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

/** Line starts below this fit into one UTF-16 code unit each. */
const SHORT = 0x1_00_00;

/** Turns UTF-16 offsets into lines and columns and back. */
export class LineIndex {
  /** Of most notes a string whose code units are the starts: nothing else is as small and as quick to look into. */
  readonly #starts: string | readonly number[];
  /** Code units in the whole text. */
  readonly length: number;

  private constructor(starts: number[], length: number) {
    this.#starts = length < SHORT ? packed(starts) : starts.slice();
    this.length = length;
  }

  /** Reads the line starts of `text`. */
  static of(text: string): LineIndex {
    return new LineIndex(text.includes('\r') ? anyStarts(text) : feedStarts(text), text.length);
  }

  /** Of a text of `length` code units whose lines start at `starts`. */
  static from(starts: number[], length: number): LineIndex {
    return new LineIndex(starts, length);
  }

  /** Number of lines; a text that ends in a line break has an empty last one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 0-based line that holds `offset`; offsets outside of the text are clamped. */
  lineAt(offset: number): number {
    const starts = this.#starts;
    const isPacked = typeof starts === 'string';
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const start = isPacked ? starts.charCodeAt(middle) : starts[middle]!;
      if (start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Line and column of `offset`; offsets outside of the text are clamped. */
  positionAt(offset: number): LineColumn {
    const clamped = Math.max(0, Math.min(offset, this.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  /** Offset of the first code unit of 0-based `line`; the text's length for a line behind the last. */
  startOf(line: number): number {
    if (line < 0) {
      return 0;
    }
    const starts = this.#starts;
    if (line >= starts.length) {
      return this.length;
    }
    return typeof starts === 'string' ? starts.charCodeAt(line) : starts[line]!;
  }

  /** Offset of `place`, clamped to the text. */
  offsetAt(place: LineColumn): number {
    return Math.max(0, Math.min(this.startOf(place.line) + place.character, this.startOf(place.line + 1)));
  }
}

/** A call takes so many arguments only. */
const MOST_ARGUMENTS = 4096;

function packed(starts: number[]): string {
  let text = '';
  for (let at = 0; at < starts.length; at += MOST_ARGUMENTS) {
    const part = starts.length <= MOST_ARGUMENTS ? starts : starts.slice(at, at + MOST_ARGUMENTS);
    text += String.fromCharCode.apply(undefined, part);
  }
  return text;
}

/** Where the lines of `text` start, which has no CR. */
export function feedStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

function anyStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
      starts.push(at + 1);
    }
  }
  return starts;
}
