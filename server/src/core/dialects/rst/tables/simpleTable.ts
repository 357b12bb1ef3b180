/** Simple tables. Source: reStructuredText specification, "Simple Tables"; docutils' `SimpleTableParser`. */
import type { Block, BlockReader, Construct } from '../block.ts';
import { isBlank, lineText } from '../lines.ts';
import { type DrawnLine, drawLine, readCell } from './columns.ts';

/** No group that repeats: on a line of megabytes it would take more stack than there is. */
const BORDER = /^=[ =]*$/;
const SPAN_RULE = /^-[ -]*$|^=[ =]*$/;

type Column = readonly [from: number, to: number];

export const simpleTable: Construct = (reader, block, line) => {
  const { lines, to, column } = block;
  if (!isTop(lineText(lines, line))) {
    return undefined;
  }
  const found = findEnd(block, line);
  if (found.isMalformed) {
    return found.behind;
  }
  const rows: DrawnLine[] = [];
  for (let row = line; row < found.behind; row++) {
    rows.push(drawLine(lines, row, column, false));
  }
  readTable(reader, block, rows);
  reader.note.addFold(lines.first[line]!, lines.end[Math.min(found.behind, to) - 1]!, 'region');
  return found.behind;
};

/** A border with a gap. */
function isTop(text: string): boolean {
  return text.startsWith('=') && text.includes(' =') && BORDER.test(text);
}

/** The table ends at its second border, or at one with a blank line behind. */
function findEnd(
  { lines, to, column }: Block,
  line: number,
): { readonly behind: number; readonly isMalformed: boolean } {
  const top = lineText(lines, line).length;
  let found = 0;
  let last = -1;
  for (let at = line + 1; at < to; at++) {
    if (lines.indent[at] !== column || !BORDER.test(lineText(lines, at))) {
      continue;
    }
    if (lineText(lines, at).length !== top) {
      return { behind: at + 1, isMalformed: true };
    }
    found++;
    last = at;
    if (found === 2 || at + 1 >= to || isBlank(lines, at + 1)) {
      return { behind: at + 1, isMalformed: false };
    }
  }
  return { behind: last < 0 ? to : last + 1, isMalformed: true };
}

function columnsOf(rule: string): Column[] {
  return [...rule.matchAll(/[-=]+/g)].map((match) => [match.index, match.index + match[0].length] as const);
}

interface Row {
  readonly lines: readonly DrawnLine[];
  readonly columns: readonly Column[];
}

/** Reads the cells, unless columns and text do not fit together: then it is no table, and nothing in it is read. */
function readTable(reader: BlockReader, block: Block, drawn: readonly DrawnLine[]): void {
  const columns = columnsOf(drawn[0]!.drawing);
  const rows = rowsOf(drawn, columns);
  if (rows.every((row) => fits(row, columns))) {
    for (const row of rows) {
      readRow(reader, block, row);
    }
  }
}

/** A row ends at a rule, which says how its cells span columns, and where the next one has text in its first column. */
function rowsOf(drawn: readonly DrawnLine[], columns: readonly Column[]): readonly Row[] {
  const rows: Row[] = [];
  const [firstFrom, firstTo] = columns[0]!;
  let start = 1;
  let hasText = false;
  for (let at = 1; at < drawn.length; at++) {
    const { drawing } = drawn[at]!;
    if (SPAN_RULE.test(drawing)) {
      rows.push({ lines: drawn.slice(start, at), columns: columnsOf(drawing) });
      start = at + 1;
      hasText = false;
    } else if (drawing.slice(firstFrom, firstTo).trim() !== '') {
      if (hasText && at !== start) {
        rows.push({ lines: drawn.slice(start, at), columns });
      }
      start = at;
      hasText = true;
    } else if (!hasText) {
      start = at + 1;
    }
  }
  return rows;
}

/** Whether the row's cells span whole columns of the table, and no text stands between them. */
function fits({ lines, columns }: Row, all: readonly Column[]): boolean {
  let next = 0;
  for (const [from, to] of columns) {
    if (from !== all[next]?.[0]) {
      return false;
    }
    while (next < all.length && all[next]![1] !== to) {
      next++;
    }
    next++;
  }
  return (
    next === all.length &&
    columns.slice(1).every(([from], index) => lines.every((line) => isBlankBetween(line, columns[index]![1], from)))
  );
}

function isBlankBetween({ drawing }: DrawnLine, from: number, to: number): boolean {
  return drawing.slice(from, to).trim() === '';
}

/** Text of the last column may be longer than its rule. */
function readRow(reader: BlockReader, block: Block, { lines, columns }: Row): void {
  if (lines.length === 0) {
    return;
  }
  const last = columns.length - 1;
  columns.forEach(([from, to], index) => {
    readCell(reader, block, lines, from, index === last ? Number.MAX_SAFE_INTEGER : to);
  });
}
