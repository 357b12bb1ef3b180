/** Keeps tables whole when what stands in a cell grows or shrinks: blanks make up for it, or the column grows as well. */
import type { TextEdit } from '../../../model/edit.ts';
import type { Note } from '../../../model/note.ts';
import type { LineIndex } from '../../../text/lineIndex.ts';
import { columnWidth } from '../columnWidth.ts';

const GRID_TOP = /^\+-[-+]+-\+$/;
const SIMPLE_TOP = /^=[ =]* =[ =]*$/;
const LONGEST = 2000;

/** Where a column of a table ends. */
interface ColumnEnd {
  /** Lines of the table. */
  readonly first: number;
  readonly last: number;
  readonly isGrid: boolean;
  /** The column, from the start of the line, of the bar behind it or of the next text. */
  readonly at: number;
  /** Columns before it that no text may take. */
  readonly margin: number;
  /** By line: how many columns its text grows, and how many of them there is room for. */
  readonly growth: Map<number, { by: number; readonly free: number }>;
}

/** See `LinkEdits.inTables`. */
export function inTables(text: string, { folds, lines }: Note, edits: readonly TextEdit[]): readonly TextEdit[] {
  const ends = new Map<string, ColumnEnd>();
  for (const { span, text: put } of edits) {
    const by = columnWidth(put) - columnWidth(text.slice(span.start, span.end));
    const table =
      by === 0
        ? undefined
        : folds.find((fold) => fold.span.start <= span.start && span.end <= fold.span.end && isTable(text, fold.span));
    const line = lines.lineAt(span.start);
    if (table === undefined || lines.lineAt(span.end) !== line) {
      continue;
    }
    const found = columnEnd(text, lines, table.span, line, span.end);
    if (found === undefined) {
      continue;
    }
    const key = `${found.first}:${found.at}`;
    const end = ends.get(key) ?? found;
    ends.set(key, end);
    const row = rowOf(text, lines, line);
    const gap = / *$/.exec(row.slice(0, indexAt(row, found.at)))![0].length;
    const known = end.growth.get(line) ?? { by: 0, free: gap - found.margin };
    end.growth.set(line, { ...known, by: known.by + by });
  }
  return ends.size === 0 ? edits : [...edits, ...[...ends.values()].flatMap((end) => room(text, lines, end))];
}

function isTable(text: string, { start }: { readonly start: number }): boolean {
  const top = lineFrom(text, start);
  return GRID_TOP.test(top) || SIMPLE_TOP.test(top);
}

/** The end of the column that holds what ends at `to`; `undefined` where nothing behind it has to stay in place. */
function columnEnd(
  text: string,
  lines: LineIndex,
  table: { readonly start: number; readonly end: number },
  line: number,
  to: number,
): ColumnEnd | undefined {
  const first = lines.lineAt(table.start);
  const isGrid = text[table.start] === '+';
  const top = ruleOf(text, lines, first, line);
  const row = rowOf(text, lines, line);
  const [above, below] = [rowOf(text, lines, line - 1), rowOf(text, lines, line + 1)];
  for (let index = to - lines.startOf(line); index < row.length && line > first; index++) {
    const at = columnWidth(row.slice(0, index));
    const isEnd = isGrid
      ? row[index] === '|' && [above, below].every((other) => '|+'.includes(other[indexAt(other, at)] ?? ' '))
      : row[index] !== ' ' && row[index - 1] === ' ' && /[-=]/.test(top[at] ?? '') && top[at - 1] === ' ';
    if (isEnd) {
      const margin = isGrid ? 0 : / *$/.exec(top.slice(0, at))![0].length;
      return { first, last: lines.lineAt(table.end), isGrid, at, margin, growth: new Map() };
    }
  }
  return undefined;
}

/** Edits that keep what stands behind the column in one line, as much farther to the right as it needs. */
function room(text: string, lines: LineIndex, end: ColumnEnd): readonly TextEdit[] {
  const wider = Math.max(0, ...[...end.growth.values()].map(({ by, free }) => by - free));
  const edits: TextEdit[] = [];
  for (let line = end.first; line <= end.last; line++) {
    const growth = end.growth.get(line);
    const row = rowOf(text, lines, line);
    const by = wider - (growth?.by ?? 0);
    const rule = ruleOf(text, lines, end.first, line);
    const index = growth === undefined ? placeFor(row, end, rule) : indexAt(row, end.at);
    if (by === 0 || index === undefined) {
      continue;
    }
    const at = lines.startOf(line) + index;
    const drawn = growth === undefined && /[-=]/.test(row[index - 1] ?? '') ? row[index - 1]! : ' ';
    edits.push({ span: { start: at + Math.min(by, 0), end: at }, text: drawn.repeat(Math.max(by, 0)) });
  }
  return edits;
}

/** Where a line of the table that has nothing new gets wider. */
function placeFor(row: string, { isGrid, at, margin }: ColumnEnd, rule: string): number | undefined {
  if (isGrid) {
    // A cell that spans columns has its bar farther to the right.
    const found = row.slice(indexAt(row, at)).search(/[|+]/);
    return found < 0 ? undefined : indexAt(row, at) + found;
  }
  const isRule = /^[ =-]+$/.test(row);
  // As does one here.
  const next = rule.slice(at - 1).search(/ [-=]/);
  const index = isRule ? indexAt(row, at - margin) : next < 0 ? row.length : indexAt(row, at + next);
  return index < row.length ? index : undefined;
}

/** What draws the columns of a row: the line below it, where that says which cells span columns, or the table's first. */
function ruleOf(text: string, lines: LineIndex, first: number, line: number): string {
  const below = rowOf(text, lines, line + 1);
  return /^[ -]*-[ -]*$/.test(below) ? below : rowOf(text, lines, first);
}

function rowOf(text: string, lines: LineIndex, line: number): string {
  return lineFrom(text, lines.startOf(line));
}

function lineFrom(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + LONGEST))![0].trimEnd();
}

/** Index of the character that is drawn at `column` of `row`. */
function indexAt(row: string, column: number): number {
  let at = 0;
  let index = 0;
  for (const character of row) {
    if (at >= column) {
      return index;
    }
    at += columnWidth(character);
    index += character.length;
  }
  return index;
}
