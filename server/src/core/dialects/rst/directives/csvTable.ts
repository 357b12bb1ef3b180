/** Tables whose rows are comma-separated values. Source: docutils' directive documentation, "CSV Table". */
import type { Span } from '../../../text/span.ts';
import type { BlockReader } from '../block.ts';
import { indexWithin } from '../indexWithin.ts';
import { isBlank } from '../lines.ts';
import { readCellText } from '../tables/cellText.ts';
import type { Directive } from './directiveParts.ts';

const SPACE = 32;
const COMMA = 44;
const TAB = 9;
const LINE_FEED = 10;

/** Reads the cells of the table's header and content as body elements; what a file holds is not the note's. */
export function readCsvTable(reader: BlockReader, directive: Directive): void {
  const { block, options } = directive;
  const value = (option: string): string | undefined => options.find(({ name }) => name === option)?.value;
  const form = { delimiter: delimiterCode(value('delim')), quote: (value('quote') || '"').charCodeAt(0) };
  const header = options.find(({ name }) => name === 'header');
  const rows = header === undefined ? [] : [linesIn(block.lines.text, header.valueSpan)];
  for (const lines of [...rows, contentLines(directive)]) {
    for (const cell of new CellScanner(block.lines.text, lines, form).cells()) {
      readCellText(reader, block, cell);
    }
  }
}

function delimiterCode(written = ','): number {
  return written === 'tab' ? TAB : written === 'space' ? SPACE : written.charCodeAt(0) || COMMA;
}

function linesIn(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const feed = indexWithin(text, LINE_FEED, from, end);
    const to = feed < 0 ? end : feed;
    lines.push({ start: from, end: to });
    from = to + 1;
  }
  return lines;
}

function contentLines({ block, contentFrom }: Directive): readonly Span[] {
  const { lines, column, to } = block;
  const content: Span[] = [];
  for (let line = contentFrom; line < to; line++) {
    const first = lines.first[line]!;
    const start = isBlank(lines, line) ? first : first - (lines.indent[line]! - column);
    content.push({ start, end: Math.max(start, lines.end[line]!) });
  }
  return content;
}

/** Takes rows apart. */
class CellScanner {
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #delimiter: number;
  readonly #quote: number;
  #line = 0;
  #at = 0;

  constructor(text: string, lines: readonly Span[], { delimiter, quote }: { delimiter: number; quote: number }) {
    this.#text = text;
    this.#lines = lines;
    this.#delimiter = delimiter;
    this.#quote = quote;
  }

  /** The cells of all rows; of each, its text on each line. */
  *cells(): Generator<readonly Span[]> {
    for (this.#line = 0; this.#line < this.#lines.length; this.#line++) {
      this.#at = this.#lines[this.#line]!.start;
      while (this.#at < this.#lineEnd) {
        yield this.#cell();
        this.#at++;
      }
    }
  }

  get #lineEnd(): number {
    return this.#lines[this.#line]!.end;
  }

  /** Ends at the delimiter, or where the line does. */
  #cell(): readonly Span[] {
    while (this.#at < this.#lineEnd && this.#delimiter !== SPACE && this.#text.charCodeAt(this.#at) === SPACE) {
      this.#at++;
    }
    const isQuoted = this.#at < this.#lineEnd && this.#text.charCodeAt(this.#at) === this.#quote;
    const quoted = isQuoted ? this.#quoted() : undefined;
    const start = this.#at;
    const delimiter = indexWithin(this.#text, this.#delimiter, start, this.#lineEnd);
    this.#at = delimiter < 0 ? this.#lineEnd : delimiter;
    return quoted ?? [{ start, end: this.#at }];
  }

  /** Goes on over lines up to the quote that ends it. */
  #quoted(): readonly Span[] {
    const pieces: Span[] = [];
    for (let start = this.#at + 1; ; start = this.#lines[this.#line]!.start) {
      const close = this.#closingQuote(start);
      this.#at = close < 0 ? this.#lineEnd : close;
      pieces.push({ start, end: this.#at });
      if (close >= 0 || this.#line + 1 >= this.#lines.length) {
        return pieces;
      }
      this.#line++;
    }
  }

  /** A quote that is written twice is one of the text. */
  #closingQuote(from: number): number {
    const next = (at: number): number => indexWithin(this.#text, this.#quote, at, this.#lineEnd);
    for (let at = next(from); at >= 0; at = next(at + 2)) {
      if (at + 1 >= this.#lineEnd || this.#text.charCodeAt(at + 1) !== this.#quote) {
        return at;
      }
    }
    return -1;
  }
}
