/**
 * Lines of a text, as the Language Server Protocol counts them: ended by LF, CRLF or CR.
 * Knows where lines start; keeps no text, so that a closed note costs eight bytes a line.
 */

const LF = 10;
const CR = 13;

/** A place in a text: 0-based line, and UTF-16 code units from its start. */
export interface LineColumn {
  readonly line: number;
  readonly character: number;
}

/** Turns UTF-16 offsets into lines and columns and back. */
export class LineIndex {
  readonly #starts: readonly number[];
  /** Code units in the whole text. */
  readonly length: number;

  /** `starts` are the offsets of all lines' first code units, `length` is that of the whole text. */
  constructor(starts: readonly number[], length: number) {
    this.#starts = starts;
    this.length = length;
  }

  /** Reads the line starts of `text`. */
  static of(text: string): LineIndex {
    const count = text.includes('\r') ? anyStarts(text) : feedStarts(text);
    const starts = scratch.slice(0, count);
    if (count > MOST_KEPT) {
      scratch = [];
    }
    return new LineIndex(starts, text.length);
  }

  /** Number of lines; a text that ends in a line break has an empty last one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The 0-based line that holds `offset`; offsets outside of the text are clamped. */
  lineAt(offset: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) {
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
    return { line, character: clamped - this.#starts[line]! };
  }

  /** Offset of the first code unit of 0-based `line`; the text's length for a line behind the last. */
  startOf(line: number): number {
    return line < 0 ? 0 : (this.#starts[line] ?? this.length);
  }

  /** Offset of `place`, clamped to the text. */
  offsetAt(place: LineColumn): number {
    return Math.max(0, Math.min(this.startOf(place.line) + place.character, this.startOf(place.line + 1)));
  }
}

/** Starts are collected here, so that lists of thousands of notes need not grow each on their own. */
let scratch: number[] = [];
/** A longer list is not kept for the next text. */
const MOST_KEPT = 1 << 17;

/** Puts the starts of lines that LF ends into `scratch`; answers how many. */
function feedStarts(text: string): number {
  let count = 0;
  scratch[count++] = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    scratch[count++] = at + 1;
  }
  return count;
}

/** The same, where CR ends lines as well. */
function anyStarts(text: string): number {
  let count = 0;
  scratch[count++] = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) {
      scratch[count++] = at + 1;
    }
  }
  return count;
}
