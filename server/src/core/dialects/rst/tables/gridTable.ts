/** Grid tables. Source: reStructuredText specification, "Grid Tables"; docutils' `GridTableParser`. */
import type { Block, Construct } from '../block.ts';
import { lineText } from '../lines.ts';
import { type DrawnLine, drawLine, readCell } from './columns.ts';

const BORDER = /^\+-[-+]+-\+$/;
const HEAD_RULE = /^\+=[=+]+=\+$/;

export const gridTable: Construct = (reader, block, line) => {
  const { lines, column } = block;
  if (!BORDER.test(lineText(lines, line))) {
    return undefined;
  }
  const behind = findEnd(block, line);
  const rows: DrawnLine[] = [];
  for (let row = line; row < behind; row++) {
    const drawn = drawLine(lines, row, column);
    rows.push(HEAD_RULE.test(drawn.drawing) ? { ...drawn, drawing: drawn.drawing.replaceAll('=', '-') } : drawn);
  }
  for (const { top, left, bottom, right } of findCells(rows.map(({ drawing }) => drawing))) {
    readCell(reader, block, rows.slice(top + 1, bottom), left + 1, right);
  }
  reader.note.addFold(lines.first[line]!, lines.end[behind - 1]!, 'region');
  return behind;
};

/** The lines that start with a bar or a corner, up to the last border among them. */
function findEnd({ lines, to, column }: Block, line: number): number {
  let behind = line + 1;
  while (behind < to && lines.indent[behind] === column && '+|'.includes(lines.text[lines.first[behind]!]!)) {
    behind++;
  }
  let last = behind - 1;
  while (last > line + 1 && !BORDER.test(lineText(lines, last))) {
    last--;
  }
  return BORDER.test(lineText(lines, last)) && last > line ? last + 1 : behind;
}

interface Cell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The cells of a grid, found from their upper left corners; empty where the drawing is no grid. */
function findCells(drawing: readonly string[]): readonly Cell[] {
  const width = drawing[0]!.length;
  if (drawing.some((line) => line.length !== width)) {
    return [];
  }
  const cells: Cell[] = [];
  const seen = new Set<number>();
  const corners = [0];
  for (let at = corners.pop(); at !== undefined; at = corners.pop()) {
    const cell = seen.has(at) ? undefined : findCell(drawing, Math.floor(at / width), at % width);
    seen.add(at);
    if (cell !== undefined) {
      cells.push(cell);
      corners.push(cell.top * width + cell.right, cell.bottom * width + cell.left);
    }
  }
  return cells.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** The smallest cell with its upper left corner at `top` and `left`. */
function findCell(drawing: readonly string[], top: number, left: number): Cell | undefined {
  const edge = drawing[top]!;
  for (let right = left + 1; right < edge.length && '-+'.includes(edge[right]!); right++) {
    if (edge[right] !== '+') {
      continue;
    }
    for (let bottom = top + 1; bottom < drawing.length && '|+'.includes(drawing[bottom]![right]!); bottom++) {
      if (drawing[bottom]![right] === '+' && closes(drawing, { top, left, bottom, right })) {
        return { top, left, bottom, right };
      }
    }
  }
  return undefined;
}

function closes(drawing: readonly string[], { top, left, bottom, right }: Cell): boolean {
  for (let column = left + 1; column < right; column++) {
    if (!'-+'.includes(drawing[bottom]![column]!)) {
      return false;
    }
  }
  for (let line = top + 1; line < bottom; line++) {
    if (!'|+'.includes(drawing[line]![left]!)) {
      return false;
    }
  }
  return drawing[bottom]![left] === '+';
}
