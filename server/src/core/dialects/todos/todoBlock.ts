/** To-dos as lines of their own, with all that is nested in them, so that they can be taken out and put elsewhere. */
import type { TodoState } from '../../model/todo.ts';
import { columns, type NoteText, outdented } from './noteText.ts';

/** A to-do without its bullet, box and indentation. */
export interface TodoItem {
  readonly state: TodoState;
  /** It has a box in its note, also while it is open. */
  readonly hasBox: boolean;
  /** The first is its text; the others are indented against it as they were. */
  readonly lines: readonly string[];
  /** To-dos nested in it, by the lines that they start on. */
  readonly nested?: readonly NestedTodo[];
}

export interface NestedTodo {
  /** Index in `TodoItem.lines`. */
  readonly line: number;
  /** Where in that line a box can be put; absent where it has one, or is no item. */
  readonly boxAt?: number;
}

export interface TodoBlock {
  /** 0-based lines, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly item: TodoItem;
  /** What stands before its text: white space, and a bullet or bar; `- `. */
  readonly lead: string;
  readonly shape: TodoShape;
}

/** A list item, the line of a line block, or a paragraph. */
export type TodoShape = 'item' | 'line' | 'paragraph';

/**
 * The block of to-do number `index`; `undefined` where it cannot stand on lines of its own: a word in a text, a directive,
 * a table's cell, an item inside of another's first line.
 */
export function todoBlock(source: NoteText, index: number): TodoBlock | undefined {
  const todo = source.note.todos[index]!;
  const { span, markerSpan, state, kind } = todo;
  if (kind === 'marker' || kind === 'directive') {
    return undefined;
  }
  const from = source.lineAt(span.start);
  const last = source.lineAt(Math.max(span.start, span.end - 1));
  const before = source.text.slice(source.startOf(from), span.start);
  const bullet = source.text.slice(span.start, markerSpan.start);
  const shape = shapeOf(before, bullet);
  const behind = source.line(last).slice(span.end - source.startOf(last));
  if (shape === undefined || behind.trim() !== '') {
    return undefined;
  }
  const to = blockEnd(source, index, columns(before), shape, last + 1);
  const textLine = source.lineAt(markerSpan.start);
  const textColumn = columns(source.text.slice(source.startOf(textLine), markerSpan.start));
  const firstText = source
    .line(textLine)
    .slice(markerSpan.end - source.startOf(textLine))
    .replace(/^ /, '');
  const lines = [firstText];
  for (let line = textLine + 1; line < to; line++) {
    lines.push(outdented(source.line(line), textColumn));
  }
  const nested = nestedTodos(source, index, textLine, lines);
  if (shape === 'paragraph' && nested.length > 0) {
    // What it announces would not be nested in it any more elsewhere.
    return undefined;
  }
  const lead = textLine === from ? before + bullet : `${before}${bullet.trim()} `;
  return { from, to, item: { state, hasBox: kind === 'checkbox', lines, nested }, lead, shape };
}

/** Of the to-dos in `lines`, which start at line `first` of the note, those that are nested in to-do `index`. */
function nestedTodos(source: NoteText, index: number, first: number, lines: readonly string[]): readonly NestedTodo[] {
  const { todos } = source.note;
  const nested: NestedTodo[] = [];
  for (let at = index + 1; at < todos.length && isNestedIn(source, at, index); at++) {
    const { kind, markerSpan, span } = todos[at]!;
    const line = source.lineAt(span.start) - first;
    const textLine = source.lineAt(markerSpan.start);
    const written = lines[textLine - first] ?? '';
    const behind = source.line(textLine).length - (markerSpan.start - source.startOf(textLine));
    const isPlain = kind === 'section' && textLine - first === line;
    nested.push({ line, ...(isPlain ? { boxAt: written.length - behind } : {}) });
  }
  return nested;
}

function shapeOf(before: string, bullet: string): TodoShape | undefined {
  if (before.trim() === '') {
    return bullet.trim() === '' ? 'paragraph' : 'item';
  }
  return bullet.trim() === '' && /^\s*\|\s+$/.test(before) ? 'line' : undefined;
}

/** Behind the lines that are indented against the to-do's own, and behind all to-dos that are nested in it. */
function blockEnd(source: NoteText, index: number, column: number, shape: TodoShape, behindText: number): number {
  let end = behindText;
  if (shape === 'item') {
    for (let line = end; line < source.count; line++) {
      const indent = source.indent(line);
      if (indent >= 0 && indent <= column) {
        break;
      }
      end = indent >= 0 ? line + 1 : end;
    }
  }
  return Math.max(end, nestedEnd(source, index));
}

function nestedEnd(source: NoteText, index: number): number {
  const { todos } = source.note;
  let end = 0;
  for (let at = index + 1; at < todos.length && isNestedIn(source, at, index); at++) {
    if (todos[at]!.parent === index) {
      end = Math.max(end, todoBlock(source, at)?.to ?? source.lineAt(todos[at]!.span.end) + 1);
    }
  }
  return end;
}

/** Whether to-do `index` is nested in to-do `outer`, at any depth. */
export function isNestedIn({ note: { todos } }: NoteText, index: number, outer: number): boolean {
  let at = todos[index]!.parent;
  while (at > outer) {
    at = todos[at]!.parent;
  }
  return at === outer;
}
