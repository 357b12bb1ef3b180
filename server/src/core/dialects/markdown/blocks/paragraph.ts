/** The lines of a paragraph that is being read. */
import { joinedRun, partOf, type TextRun } from '../../textRun.ts';
import { trimmedEnd } from './lineShapes.ts';

export class Paragraph {
  readonly #text: string;
  #from = 0;
  #to = 0;
  #count = 0;
  /** Where each line starts and ends; kept only where other things than white space stand between them. */
  #starts: number[] | undefined;
  #ends: number[] = [];
  /** Where the last line starts. */
  lastStart = 0;
  #endBefore = 0;
  /** The last line cannot head a table: it is lazy, or indented like code. */
  lastIsOdd = false;

  constructor(text: string) {
    this.#text = text;
  }

  get lastEnd(): number {
    return this.#to;
  }

  /** Begins with the line from `from` to `to`; `isMarked`: block quotes' marks stand between its lines. */
  begin(from: number, to: number, isMarked: boolean): void {
    this.#from = from;
    this.#to = to;
    this.#count = 1;
    this.#starts = isMarked ? [from] : undefined;
    this.#ends = isMarked ? [to] : this.#ends;
    this.lastStart = from;
    this.lastIsOdd = false;
  }

  add(from: number, to: number, isOdd: boolean): void {
    this.#endBefore = this.#to;
    this.lastStart = from;
    this.#to = to;
    this.#count++;
    this.lastIsOdd = isOdd;
    if (this.#starts !== undefined) {
      this.#starts.push(from);
      this.#ends.push(to);
    }
  }

  /** Takes the last line away. Answers whether others are left. */
  dropLast(): boolean {
    this.#count--;
    this.#to = this.#endBefore;
    this.#starts?.pop();
    this.#ends.pop();
    return this.#count > 0;
  }

  /** All lines as one run, without white space at the end. */
  run(): TextRun {
    if (this.#starts === undefined || this.#count === 1) {
      return { text: this.#text, from: this.#from, to: trimmedEnd(this.#text, this.#from, this.#to) };
    }
    const run = joinedRun(this.#text, this.#starts, this.#ends);
    return partOf(run, run.from, trimmedEnd(run.text, run.from, run.to));
  }
}
