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
    const drawn = drawLine(lines, row, column, true);
    rows.push(HEAD_RULE.test(drawn.drawing) ? { ...drawn, drawing: drawn.drawing.replaceAll('=', '-') } : drawn);
  }
  for (const { top, left, bottom, right } of new CellFinder(rows.map(({ drawing }) => drawing)).find()) {
    readCell(reader, block, rows.slice(top + 1, bottom), left + 1, right);
  }
  reader.note.addFold(lines.first[line]!, lines.end[behind - 1]!, 'region');
  return behind;
};

/** The lines that start with a bar or a corner, up to the last border among them: one line below the top at least. */
function findEnd({ lines, to, column }: Block, line: number): number {
  let behind = line + 1;
  while (behind < to && lines.indent[behind] === column && '+|'.includes(lines.text[lines.first[behind]!]!)) {
    behind++;
  }
  if (BORDER.test(lineText(lines, behind - 1))) {
    return behind;
  }
  let last = behind - 2;
  while (last > line + 1 && !BORDER.test(lineText(lines, last))) {
    last--;
  }
  return last > line + 1 ? last + 1 : behind;
}

interface Cell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** So many looks at each character are enough for any table; a drawing that takes more is none. */
const LOOKS = 16;

/** Finds the cells of a grid from their upper left corners. */
class CellFinder {
  readonly #drawing: readonly string[];
  readonly #width: number;
  /** Looks that are left; below 0 the search is given up, since the worst drawings would take it for ever. */
  #looks: number;

  constructor(drawing: readonly string[]) {
    this.#drawing = drawing;
    this.#width = drawing[0]!.length;
    this.#looks = LOOKS * drawing.length * this.#width;
  }

  /** The cells from top to bottom; empty where the drawing is no grid. */
  find(): readonly Cell[] {
    if (this.#drawing.some(({ length }) => length !== this.#width)) {
      return [];
    }
    const cells: Cell[] = [];
    const seen = new Set<number>();
    const corners = [0];
    for (let at = corners.pop(); at !== undefined && this.#looks >= 0; at = corners.pop()) {
      const cell = seen.has(at) ? undefined : this.#cellAt(Math.floor(at / this.#width), at % this.#width);
      seen.add(at);
      if (cell !== undefined) {
        cells.push(cell);
        corners.push(cell.top * this.#width + cell.right, cell.bottom * this.#width + cell.left);
      }
    }
    return this.#looks < 0 ? [] : cells.sort((a, b) => a.top - b.top || a.left - b.left);
  }

  /** The smallest cell with its upper left corner at `top` and `left`. */
  #cellAt(top: number, left: number): Cell | undefined {
    for (let right = left + 1; this.#isEdge(top, right); right++) {
      if (this.#drawing[top]![right] !== '+') {
        continue;
      }
      for (let bottom = top + 1; this.#isSide(bottom, right); bottom++) {
        const cell = { top, left, bottom, right };
        if (this.#drawing[bottom]![right] === '+' && this.#closes(cell)) {
          return cell;
        }
      }
    }
    return undefined;
  }

  #closes({ top, left, bottom, right }: Cell): boolean {
    if (this.#drawing[bottom]![left] !== '+') {
      return false;
    }
    let column = left + 1;
    while (column < right && this.#isEdge(bottom, column)) {
      column++;
    }
    let line = column < right ? bottom : top + 1;
    while (line < bottom && this.#isSide(line, left)) {
      line++;
    }
    return column === right && line === bottom;
  }

  #isEdge(line: number, column: number): boolean {
    const character = this.#look(line, column);
    return character === '-' || character === '+';
  }

  #isSide(line: number, column: number): boolean {
    const character = this.#look(line, column);
    return character === '|' || character === '+';
  }

  #look(line: number, column: number): string | undefined {
    this.#looks--;
    return this.#looks < 0 ? undefined : this.#drawing[line]?.[column];
  }
}
