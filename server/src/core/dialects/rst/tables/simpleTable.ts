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
    rows.push(drawLine(lines, row, column));
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

function readTable(reader: BlockReader, block: Block, rows: readonly DrawnLine[]): void {
  const columns = columnsOf(rows[0]!.drawing);
  const [firstFrom, firstTo] = columns[0]!;
  let start = 1;
  let hasText = false;
  for (let at = 1; at < rows.length; at++) {
    const { drawing } = rows[at]!;
    if (SPAN_RULE.test(drawing)) {
      readRow(reader, block, rows.slice(start, at), columnsOf(drawing));
      start = at + 1;
      hasText = false;
    } else if (drawing.slice(firstFrom, firstTo).trim() !== '') {
      if (hasText && at !== start) {
        readRow(reader, block, rows.slice(start, at), columns);
      }
      start = at;
      hasText = true;
    } else if (!hasText) {
      start = at + 1;
    }
  }
}

/** Text of the last column may be longer than its rule. */
function readRow(reader: BlockReader, block: Block, rows: readonly DrawnLine[], columns: readonly Column[]): void {
  if (rows.length === 0) {
    return;
  }
  const last = columns.length - 1;
  columns.forEach(([from, to], index) => {
    readCell(reader, block, rows, from, index === last ? Number.MAX_SAFE_INTEGER : to);
  });
}
