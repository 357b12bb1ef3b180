/** Rows of comma-separated values, as Python's `csv` reads them where it is strict. */
import type { Span } from '../../../text/span.ts';

const SPACE = 32;

export interface CsvForm {
  readonly delimiter: number;
  readonly quote: number;
  /** What makes the character behind it text; a quote is then not written twice. */
  readonly escapeSign?: number;
  /** Spaces in front of a cell belong to it. */
  readonly keepsSpace: boolean;
}

/** The text of a cell on each of its lines. */
export type CsvCell = readonly Span[];

/** The cells of each row in `lines` of `text`; `undefined` where a quote is not closed, or text follows one that is. */
export function readCsvRows(text: string, lines: readonly Span[], form: CsvForm): readonly CsvCell[][] | undefined {
  return new RowReader(text, lines, form).rows();
}

class RowReader {
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #form: CsvForm;
  #line = 0;
  #at = 0;

  constructor(text: string, lines: readonly Span[], form: CsvForm) {
    this.#text = text;
    this.#lines = lines;
    this.#form = form;
  }

  rows(): readonly CsvCell[][] | undefined {
    const rows: CsvCell[][] = [];
    for (this.#line = 0; this.#line < this.#lines.length; this.#line++) {
      this.#at = this.#lines[this.#line]!.start;
      const row = this.#row();
      if (row === undefined) {
        return undefined;
      }
      rows.push(row);
    }
    return rows;
  }

  get #end(): number {
    return this.#lines[this.#line]!.end;
  }

  /** A blank line is a row without cells; behind a delimiter there is a cell in any case. */
  #row(): CsvCell[] | undefined {
    const cells: CsvCell[] = [];
    if (this.#at >= this.#end) {
      return cells;
    }
    for (;;) {
      const cell = this.#cell();
      if (cell === undefined) {
        return undefined;
      }
      cells.push(cell);
      if (this.#at >= this.#end) {
        return cells;
      }
      this.#at++;
    }
  }

  /** Ends at the delimiter, or where the line does. */
  #cell(): CsvCell | undefined {
    const { quote, keepsSpace } = this.#form;
    while (!keepsSpace && this.#at < this.#end && this.#text.charCodeAt(this.#at) === SPACE) {
      this.#at++;
    }
    return this.#at < this.#end && this.#text.charCodeAt(this.#at) === quote ? this.#quoted() : this.#plain();
  }

  #plain(): CsvCell {
    const start = this.#at;
    this.#skipPlain();
    return [{ start, end: this.#at }];
  }

  #skipPlain(): void {
    const { delimiter, escapeSign } = this.#form;
    for (; this.#at < this.#end; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === escapeSign) {
        this.#at++;
      } else if (code === delimiter) {
        return;
      }
    }
    this.#at = this.#end;
  }

  /** Goes on over lines up to the quote that ends it. */
  #quoted(): CsvCell | undefined {
    const pieces: Span[] = [];
    for (let start = this.#at + 1; ; start = this.#lines[this.#line]!.start) {
      const close = this.#closingQuote(start);
      pieces.push({ start, end: close ?? this.#end });
      if (close !== undefined) {
        this.#at = close + 1;
        return this.#endsAfterQuote() ? pieces : undefined;
      }
      if (this.#line + 1 >= this.#lines.length) {
        return undefined;
      }
      this.#line++;
    }
  }

  /** With a sign of its own for escapes, text goes on behind a quote. */
  #endsAfterQuote(): boolean {
    if (this.#form.escapeSign !== undefined) {
      this.#skipPlain();
    }
    return this.#at >= this.#end || this.#text.charCodeAt(this.#at) === this.#form.delimiter;
  }

  /** A quote that is written twice is one of the text. */
  #closingQuote(from: number): number | undefined {
    const { quote, escapeSign } = this.#form;
    for (let at = from; at < this.#end; at++) {
      const code = this.#text.charCodeAt(at);
      const isTwice = code === quote && at + 1 < this.#end && this.#text.charCodeAt(at + 1) === quote;
      if (code === escapeSign || (escapeSign === undefined && isTwice)) {
        at++;
      } else if (code === quote) {
        return at;
      }
    }
    return undefined;
  }
}
