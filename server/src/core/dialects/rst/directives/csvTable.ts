/** Tables whose rows are comma-separated values. Source: docutils' directive documentation, "CSV Table". */
import type { Span } from '../../../text/span.ts';
import type { BlockReader } from '../block.ts';
import { indexWithin } from '../indexWithin.ts';
import { indentStart, isBlank } from '../lines.ts';
import { readCellText } from '../tables/cellText.ts';
import { type CsvCell, type CsvForm, readCsvRows } from './csvRows.ts';
import type { Directive } from './directiveParts.ts';
import { delimiterCode, signCode } from './unicodeCode.ts';

const LINE_FEED = 10;
const COMMA = 44;
const QUOTE = 34;
const BACKSLASH = 92;
/** The header in an option is always written so. */
const HEADER: CsvForm = { delimiter: COMMA, quote: QUOTE, escapeSign: BACKSLASH, keepsSpace: false };

type Rows = readonly (readonly CsvCell[])[];

/**
 * Reads the cells of the table's header and content as body elements, unless they make no table; what a file holds is not
 * the note's.
 */
export function readCsvTable(reader: BlockReader, directive: Directive): void {
  const { block, options } = directive;
  const { text } = block.lines;
  const header = options.find(({ name }) => name === 'header');
  const head = header === undefined ? [] : readCsvRows(text, linesIn(text, header.valueSpan), HEADER);
  const body = readCsvRows(text, contentLines(directive), formOf(directive));
  if (head === undefined || body === undefined || !isTable(directive, head, body)) {
    return;
  }
  for (const cell of [...head, ...body].flat()) {
    readCellText(reader, block, cell);
  }
}

function formOf({ options }: Directive): CsvForm {
  const value = (option: string): string | undefined => options.find(({ name }) => name === option)?.value;
  const escapeSign = signCode(value('escape') ?? '');
  return {
    delimiter: delimiterCode(value('delim') ?? ',') ?? COMMA,
    quote: signCode(value('quote') ?? '"') ?? QUOTE,
    ...(escapeSign === undefined ? {} : { escapeSign }),
    keepsSpace: value('keepspace') !== undefined,
  };
}

/** Whether rows are left below the header, cells beside the stubs, and there are as many columns as there are widths. */
function isTable({ options }: Directive, head: Rows, body: Rows): boolean {
  if (body.length === 0) {
    return options.some(({ name }) => name === 'file' || name === 'url');
  }
  const number = (option: string): number => Number(options.find(({ name }) => name === option)?.value ?? 0);
  const headers = number('header-rows');
  const stubs = number('stub-columns');
  const widths = options.find(({ name }) => name === 'widths')?.value ?? 'auto';
  const columns = [...head, ...body].reduce((most, { length }) => Math.max(most, length), 0);
  return (
    (headers === 0 || body.length > headers) &&
    (stubs === 0 || body.every(({ length }) => length > stubs)) &&
    (/^[a-z]/.test(widths) || widths.split(widths.includes(',') ? ',' : /\s+/).length === columns)
  );
}

function linesIn(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let from = start; from < end; ) {
    const feed = indexWithin(text, LINE_FEED, from, end);
    const to = feed < 0 ? end : feed;
    lines.push({ start: from, end: from + text.slice(from, to).trimEnd().length });
    from = to + 1;
  }
  return lines;
}

function contentLines({ block, contentFrom }: Directive): readonly Span[] {
  const { lines, column, to } = block;
  const content: Span[] = [];
  for (let line = contentFrom; line < to; line++) {
    const start = isBlank(lines, line) ? lines.first[line]! : indentStart(lines, line, column);
    content.push({ start, end: Math.max(start, lines.end[line]!) });
  }
  return content;
}
