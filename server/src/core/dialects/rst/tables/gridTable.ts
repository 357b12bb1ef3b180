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
    rows.push(drawLine(lines, row, column, true));
  }
  for (const { top, left, bottom, right } of cellsOf(rows.map(({ drawing }) => drawing))) {
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

/** The cells of a table, from top to bottom; none where the drawing is malformed. */
function cellsOf(drawing: readonly string[]): readonly Cell[] {
  const width = drawing[0]!.length;
  const head = drawing.findIndex((row) => HEAD_RULE.test(row));
  const isMalformed =
    drawing.some((row) => row.length !== width || !'+|'.includes(row[width - 1]!)) ||
    drawing.some((row, index) => index !== head && HEAD_RULE.test(row));
  return isMalformed
    ? []
    : new CellFinder(drawing.map((row, index) => (index === head ? row.replaceAll('=', '-') : row))).find();
}

/** So many looks at each character are enough for any table; a drawing that takes more is none. */
const LOOKS = 16;

/** Finds the cells of a grid from their upper left corners. */
class CellFinder {
  readonly #drawing: readonly string[];
  readonly #width: number;
  /** Looks that are left; below 0 the search is given up, since the worst drawings would take it for ever. */
  #looks: number;
  /** The line down to which cells have been found, for each column of characters. */
  readonly #done: Int32Array;

  constructor(drawing: readonly string[]) {
    this.#drawing = drawing;
    this.#width = drawing[0]!.length;
    this.#looks = LOOKS * drawing.length * this.#width;
    this.#done = new Int32Array(this.#width - 1);
  }

  /** The cells from top to bottom; empty where they do not fill the drawing. */
  find(): readonly Cell[] {
    const cells: Cell[] = [];
    const isCorner = new Uint8Array(this.#drawing.length * this.#width);
    const lastLine = isCorner.length - this.#width;
    isCorner[0] = 1;
    for (let at = 0; at >= 0 && at < lastLine; at = isCorner.indexOf(1, at + 1)) {
      const top = Math.floor(at / this.#width);
      const left = at % this.#width;
      const cell = this.#done[left] === top ? this.#cellAt(top, left) : undefined;
      if (cell === undefined) {
        continue;
      }
      if (!this.#fill(cell)) {
        return [];
      }
      cells.push(cell);
      isCorner[top * this.#width + cell.right] = 1;
      isCorner[cell.bottom * this.#width + left] = 1;
    }
    return this.#looks >= 0 && this.#done.every((line) => line === this.#drawing.length - 1) ? cells : [];
  }

  /** Whether nothing was in the place of the cell before. */
  #fill({ top, left, bottom, right }: Cell): boolean {
    const isFree = this.#done.subarray(left, right).every((line) => line === top);
    this.#done.fill(bottom, left, right);
    return isFree;
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
