/** Lines before which a comment can stand without cutting a block in two, as far as the looks of lines tell. */
import type { Note } from '../../model/note.ts';
import type { Span } from '../../text/span.ts';

const LIST_ITEM = /^(?:[-*+•‣⁃]|\(?(?:\d{1,9}|[a-zA-Z#]|[ivxlcdm]{1,8}|[IVXLCDM]{1,8})[.)])(?:\s|$)/;

/** Such lines from the block of `line` upwards, up to the start of its section. */
export function* blocksAbove(text: string, note: Note, line: number): Generator<number> {
  for (let at = line; at >= 0; at--) {
    if (isTitleLine(note, at)) {
      return;
    }
    const fold = note.folds.find(
      ({ span }) => span.start < note.lines.startOf(at) && note.lines.startOf(at) < span.end,
    );
    if (fold !== undefined) {
      at = note.lines.lineAt(fold.span.start) + 1;
    } else if (startsBlock(text, note, at)) {
      yield at;
    }
  }
}

/** The line without its line break. */
export function lineSpan({ lines }: Note, line: number): Span {
  const start = lines.startOf(line);
  const next = line + 1 < lines.lineCount ? lines.startOf(line + 1) : lines.length;
  return { start, end: next };
}

export function isBlankLine(text: string, note: Note, line: number): boolean {
  const { start, end } = lineSpan(note, line);
  return text.slice(start, end).trim() === '';
}

function startsBlock(text: string, note: Note, line: number): boolean {
  const written = lineText(text, note, line);
  if (written === '' || /^\s/.test(written)) {
    return false;
  }
  const isFirst = line === 0 || isBlankLine(text, note, line - 1) || isTitleLine(note, line - 1);
  return isFirst && !(LIST_ITEM.test(written) && continuesList(text, note, line));
}

/** Whether a list goes on at `line`: what stands before it is an item, or is indented as what stands in items is. */
function continuesList(text: string, note: Note, line: number): boolean {
  let above = line - 1;
  while (above >= 0 && isBlankLine(text, note, above)) {
    above--;
  }
  const written = above < 0 ? '' : lineText(text, note, above);
  return /^\s/.test(written) || (LIST_ITEM.test(written) && !isTitleLine(note, above));
}

function isTitleLine({ headings, lines }: Note, line: number): boolean {
  const start = lines.startOf(line);
  return headings.some(({ span }) => span.start <= start && start < span.end);
}

function lineText(text: string, note: Note, line: number): string {
  const { start, end } = lineSpan(note, line);
  return text.slice(start, end).trimEnd();
}
