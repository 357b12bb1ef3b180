/** A place in the line that is being read, which knows its column: tabs reach to the next multiple of four. */
import type { LineIndex } from '../../../text/lineIndex.ts';

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB_STOP = 4;
const BOM = 0xfeff;

/** White space that makes a line code. */
export const CODE_INDENT = 4;

export class Cursor {
  readonly text: string;
  /** Where reading goes on. */
  at = 0;
  /** Where the line ends, without its line break. */
  end = 0;
  /** The column of `at`, or a later one where a tab is used up in part. */
  column = 0;
  /** Offset of the first character at or behind `at` that is neither space nor tab; `end` in a blank line. */
  first = 0;
  /** Columns from `column` to `first`. */
  indent = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isBlank(): boolean {
    return this.first >= this.end;
  }

  /** The character at `first`; NaN in a blank line. */
  get code(): number {
    return this.first < this.end ? this.text.charCodeAt(this.first) : Number.NaN;
  }

  /** Goes to the start of `line`. */
  startLine(lines: LineIndex, line: number): void {
    const { text } = this;
    this.at = line === 0 && text.charCodeAt(0) === BOM ? 1 : lines.startOf(line);
    let end = line + 1 < lines.lineCount ? lines.startOf(line + 1) : text.length;
    if (end > this.at && text.charCodeAt(end - 1) === LF) {
      end--;
    }
    if (end > this.at && text.charCodeAt(end - 1) === CR) {
      end--;
    }
    this.end = end;
    this.column = 0;
    this.measure();
  }

  /** Goes to `offset`, which lies behind `first` with no tab between. */
  goTo(offset: number): void {
    this.column += this.indent + offset - this.first;
    this.at = offset;
    this.measure();
  }

  /** Goes on over white space, by `columns` at most. */
  skipColumns(columns: number): void {
    const { text, end } = this;
    let left = columns;
    while (left > 0 && this.at < end) {
      const code = text.charCodeAt(this.at);
      const width = code === SPACE ? 1 : code === TAB ? TAB_STOP - (this.column % TAB_STOP) : 0;
      if (width === 0) {
        break;
      }
      if (width <= left) {
        this.at++;
      }
      this.column += Math.min(width, left);
      left -= width;
    }
    this.measure();
  }

  /** Finds `first` and `indent` anew. */
  measure(): void {
    const { text, end } = this;
    let first = this.at;
    let column = this.column;
    for (; first < end; first++) {
      const code = text.charCodeAt(first);
      if (code === SPACE) {
        column++;
      } else if (code === TAB) {
        column += TAB_STOP - (column % TAB_STOP);
      } else {
        break;
      }
    }
    this.first = first;
    this.indent = column - this.column;
  }
}
