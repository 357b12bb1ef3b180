/**
 * To-dos that are list items with a checkbox, and everything itemised in a To Do section: list items, and outside of
 * lists paragraphs and the lines of line blocks.
 */
import type { TodoState } from '../../../model/todo.ts';
import { boxStates } from '../../checkboxes.ts';
import type { Block, BlockReader } from '../block.ts';
import { isBlank, type Lines, lineText } from '../lines.ts';
import { readEnumerator } from '../lists/enumerators.ts';
import { fieldNameEnd } from '../lists/fieldList.ts';
import { textEnd } from '../literalMark.ts';

const COLON = 58;
/** Explicit markup, an anonymous target, a doctest, a line block, a bullet, a table, or an announced literal block. */
const OTHER_BLOCK = /^(?:(?:\.\.|__|>>>|[|*+\-\u2022\u2023\u2043])(?: |$)|\+-|=+ +=|::$)/;

/** State of the checkbox at `start`; `undefined` where there is none. */
function boxAt(lines: Lines, line: number): TodoState | undefined {
  const { text } = lines;
  const start = lines.first[line]!;
  const isBox = text[start] === '[' && text[start + 2] === ']' && start + 3 <= lines.end[line]!;
  const isAlone = start + 3 === lines.end[line] || text[start + 3] === ' ';
  return isBox && isAlone ? boxStates[text[start + 1]!] : undefined;
}

/** Whether an item has something else than text first, which a box before it would turn into text. */
function startsBlock(lines: Lines, line: number): boolean {
  return isBlockStart(lineText(lines, line));
}

/** Whether a line's text starts something else than a paragraph. */
export function isBlockStart(text: string): boolean {
  return OTHER_BLOCK.test(text) || fieldNameEnd(text, 0, text.length) >= 0 || readEnumerator(text) !== undefined;
}

/**
 * Takes note of the list item `item`, whose bullet stands at `marker`, if it is a to-do; answers its index or -1.
 */
export function addItemTodo(reader: BlockReader, item: Block, marker: number): number {
  const { lines, from } = item;
  const box = boxAt(lines, from);
  const isListed = reader.note.inTodoSection && item.place.itemsAreTodos && !startsBlock(lines, from);
  if (box === undefined && !isListed) {
    return -1;
  }
  let end = from + 1;
  while (end < item.to && lines.indent[end] === item.column) {
    end++;
  }
  return addTodo(reader, lines, from, end, { box, start: marker, parent: item.place.todoParent });
}

/** A paragraph in a To Do section; where it ends in one colon, the list or line block that follows belongs to it. */
export function addParagraphTodo(reader: BlockReader, block: Block, from: number, to: number): void {
  if (!reader.note.inTodoSection || !block.place.paragraphsAreTodos) {
    return;
  }
  const start = block.lines.first[from]!;
  const todo = addTodo(reader, block.lines, from, to, {
    box: boxAt(block.lines, from),
    start,
    parent: block.place.todoParent,
  });
  const { text, end } = block.lines;
  const last = end[to - 1]! - 1;
  if (text.charCodeAt(last) === COLON && text.charCodeAt(last - 1) !== COLON) {
    reader.note.introduce(todo);
  }
}

/** A line of a line block in a To Do section, which may go on over several lines of text. */
export function addLineTodo(reader: BlockReader, block: Block, from: number, to: number): void {
  if (reader.note.inTodoSection && block.place.paragraphsAreTodos && !isBlank(block.lines, from)) {
    const start = block.lines.first[from]!;
    addTodo(reader, block.lines, from, to, {
      box: boxAt(block.lines, from),
      start,
      parent: block.place.todoParent,
    });
  }
}

interface Found {
  readonly box: TodoState | undefined;
  readonly start: number;
  readonly parent: number;
}

function addTodo(reader: BlockReader, lines: Lines, from: number, to: number, { box, start, parent }: Found): number {
  const first = lines.first[from]!;
  const end = lines.end[to - 1]!;
  const plain = reader.plainText(lines, from, to, textEnd(lines, to));
  return reader.note.addTodo({
    kind: box === undefined ? 'section' : 'checkbox',
    state: box ?? 'open',
    text: box === undefined ? plain : plain.slice(3).trim(),
    span: { start, end },
    markerSpan: { start: first, end: box === undefined ? first : first + 3 },
    parent,
  });
}
