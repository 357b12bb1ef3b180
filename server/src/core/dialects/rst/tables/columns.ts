/** Tables as a drawing: which character of the note stands at which column of a line. */
import type { Block, BlockReader } from '../block.ts';
import { columnWidth } from '../columnWidth.ts';
import { indentStart, type Lines, tabWidth } from '../lines.ts';
import { readCellText } from './cellText.ts';

const TAB = 9;
/** Below this, no character is wide or combines with the one before. */
const FIRST_OTHER_WIDTH = 0x300;
/** Stands in a drawing for a character of two code units. */
const ASTRAL = '\ufffd';

/** One line of a table. */
export interface DrawnLine {
  /**
   * The line, from the table's left edge on, one UTF-16 code unit for each column; a wide character is followed by a NUL
   * that fills its second one.
   */
  readonly drawing: string;
  /** Offset in the note of each column, and of the line's end. */
  readonly offsets: readonly number[] | number;
}

/**
 * Line `line` as drawn from `column` on. Combining characters take no column, but in the drawing of a grid they do, where
 * docutils counts what it cuts cells out of otherwise than what it cuts.
 */
export function drawLine(lines: Lines, line: number, column: number, isGrid: boolean): DrawnLine {
  if (lines.indent[line]! < 0) {
    return { drawing: '', offsets: lines.first[line]! };
  }
  const start = lines.first[line]!;
  const source = lines.source.slice(start, lines.end[line]!);
  const before = lines.indent[line]! - column;
  if (isOneColumnEach(source) && indentStart(lines, line, column) === start - before) {
    return { drawing: ' '.repeat(before) + source, offsets: start - before };
  }
  let drawing = ' '.repeat(before);
  let tabColumn = lines.indent[line]!;
  const offsets: number[] = Array.from({ length: before }, () => start);
  let at = start;
  for (const character of source) {
    const unit = character.length > 1 ? ASTRAL : character;
    if (columnWidth(character) === 0) {
      drawing += isGrid ? unit : '';
      at += character.length;
      tabColumn++;
      continue;
    }
    const columns = character === '\t' ? tabWidth(tabColumn) : columnWidth(character);
    drawing += character === '\t' ? ' '.repeat(columns) : unit.padEnd(columns, '\0');
    offsets.push(at, ...Array.from({ length: columns - 1 }, () => at + character.length - 1));
    at += character.length;
    tabColumn += character === '\t' ? columns : 1;
  }
  offsets.push(at);
  return { drawing, offsets };
}

function isOneColumnEach(source: string): boolean {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === TAB || code >= FIRST_OTHER_WIDTH) {
      return false;
    }
  }
  return true;
}

function offsetAt({ drawing, offsets }: DrawnLine, column: number): number {
  const at = Math.min(column, drawing.length);
  return typeof offsets === 'number' ? offsets + at : offsets[Math.min(at, offsets.length - 1)]!;
}

/** Reads the body elements in the cell that spans `rows` of the table and the columns `left` to `right`. */
export function readCell(
  reader: BlockReader,
  block: Block,
  rows: readonly DrawnLine[],
  left: number,
  right: number,
): void {
  const pieces = rows.map((row) => {
    const start = offsetAt(row, left);
    return { start, end: Math.max(start, offsetAt(row, right)) };
  });
  readCellText(reader, block, pieces);
}
