/** Takes to-dos out of a note, with the blank lines that they leave behind. */
import type { TextEdit } from '../../model/edit.ts';
import type { NoteText } from './noteText.ts';
import { renumbered } from './numberedList.ts';
import { isNestedIn, type TodoItem, todoBlock } from './todoBlock.ts';
import { type WordBlock, wordBlock } from './wordBlock.ts';

export interface TakenTodos {
  readonly items: readonly TodoItem[];
  readonly edits: readonly TextEdit[];
}

/**
 * To-dos number `indexes`, in document order, and the edits that take them out and number what follows anew. What is nested in one of them goes with it.
 * `undefined` where one cannot stand on lines of its own.
 */
export function takeTodos(source: NoteText, indexes: readonly number[]): TakenTodos | undefined {
  const blocks: WordBlock[] = [];
  let outer = -1;
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const isInside = source.lineAt(source.note.todos[index]!.span.start) < (blocks.at(-1)?.to ?? 0);
    if (isInside || (outer >= 0 && isNestedIn(source, index, outer))) {
      continue;
    }
    const block = todoBlock(source, index) ?? wordBlock(source, index);
    if (block === undefined) {
      return undefined;
    }
    blocks.push(block);
    outer = index;
  }
  return {
    items: blocks.map(({ item }) => item),
    edits: [...joined(source, blocks).map((lines) => removal(source, lines)), ...renumbered(source, blocks)].sort(
      (a, b) => a.span.start - b.span.start,
    ),
  };
}

interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** Stretches of lines; those that only blank lines part are one. */
function joined(source: NoteText, blocks: readonly WordBlock[]): readonly LineRange[] {
  const ranges: LineRange[] = [];
  for (const { from, to } of blocks) {
    const last = ranges.at(-1);
    if (last !== undefined && isBlankBetween(source, last.to, from)) {
      ranges[ranges.length - 1] = { from: last.from, to };
    } else {
      ranges.push({ from, to });
    }
  }
  return ranges;
}

function isBlankBetween(source: NoteText, from: number, to: number): boolean {
  for (let line = from; line < to; line++) {
    if (!source.isBlank(line)) {
      return false;
    }
  }
  return true;
}

/** Of the blank lines before and behind one side is enough; at the end of the note none is. */
function removal(source: NoteText, { from, to }: LineRange): TextEdit {
  let start = from;
  let end = to;
  if (start === 0 || source.isBlank(start - 1)) {
    while (end < source.count && source.isBlank(end)) {
      end++;
    }
  }
  if (end >= source.count) {
    while (start > 0 && source.isBlank(start - 1)) {
      start--;
    }
  }
  const endsText = end >= source.count && source.startOf(source.note.lines.lineCount - 1) < source.text.length;
  if (endsText && start > 0) {
    // Without a line break at the note's end, the one before goes.
    const before = source.line(start - 1);
    return { span: { start: source.startOf(start - 1) + before.length, end: source.text.length }, text: '' };
  }
  return { span: { start: source.startOf(start), end: source.startOf(end) }, text: '' };
}
