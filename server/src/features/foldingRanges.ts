/** What can be folded in a note: sections, blocks, to-dos with to-dos inside. */
import type { Note } from '../core/model/note.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';

export interface FoldingRange {
  /** 0-based; the line that stays visible. */
  readonly startLine: number;
  /** 0-based; the last line that is hidden. */
  readonly endLine: number;
  readonly kind?: 'region' | 'comment';
}

/** Folding ranges in document order, at most one from each line: the section before the block before the to-dos. */
export function foldingRanges(note: Note): readonly FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const range of [...sections(note), ...blocks(note), ...todoGroups(note)]) {
    if (range.endLine > range.startLine && !byLine.has(range.startLine)) {
      byLine.set(range.startLine, range);
    }
  }
  return [...byLine.values()].sort((a, b) => a.startLine - b.startLine);
}

/** From the title's own line, which an overline stands above, to the section's last line that is not blank. */
function sections(note: Note): FoldingRange[] {
  const isBlank = blankLines(note.lines);
  return note.headings.map(({ titleSpan, sectionEnd }) => {
    const startLine = note.lines.lineAt(titleSpan.start);
    let endLine = lastLine(note.lines, sectionEnd);
    while (endLine > startLine && isBlank(endLine)) {
      endLine--;
    }
    return { startLine, endLine };
  });
}

function blocks(note: Note): FoldingRange[] {
  return note.folds.map(({ span, kind }) => {
    const range = { startLine: note.lines.lineAt(span.start), endLine: lastLine(note.lines, span.end) };
    return kind === 'comment' ? { ...range, kind } : range;
  });
}

/** A to-do with everything that is nested in it. */
function todoGroups(note: Note): FoldingRange[] {
  const ends = note.todos.map(({ span }) => span.end);
  for (let index = ends.length - 1; index >= 0; index--) {
    const { parent } = note.todos[index]!;
    if (parent >= 0) {
      ends[parent] = Math.max(ends[parent]!, ends[index]!);
    }
  }
  return note.todos.map(({ span }, index) => ({
    startLine: note.lines.lineAt(span.start),
    endLine: lastLine(note.lines, ends[index]!),
  }));
}

/** The line that holds the last code unit before `end`. */
function lastLine(lines: LineIndex, end: number): number {
  return lines.lineAt(Math.max(0, end - 1));
}

/**
 * Blank lines, told without the text: they are as short as a line of the note can be, which is its line break.
 * In a note without any blank line a line of one letter may be taken for one; then a section folds a line less.
 */
function blankLines(lines: LineIndex): (line: number) => boolean {
  const lengthOf = (line: number) => lines.startOf(line + 1) - lines.startOf(line);
  let shortest = 2;
  for (let line = 0; line < lines.lineCount - 1; line++) {
    shortest = Math.min(shortest, lengthOf(line));
  }
  return (line) => lengthOf(line) <= (line === lines.lineCount - 1 ? 0 : shortest);
}
