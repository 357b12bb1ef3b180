/** `TODO: …` and `.. todo::` as lines of their own, so that they can become items of a To Do section. */
import type { Todo } from '../../model/todo.ts';
import { columns, type NoteText, outdented } from './noteText.ts';
import type { TodoItem } from './todoBlock.ts';

export interface WordBlock {
  /** 0-based lines, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly item: TodoItem;
}

const BULLET = /^\s*(?:[-*+\u2022\u2023\u2043]|\(?(?:\d{1,6}|#|[A-Za-z])[.)])\s+$/;
const OWNER = /^(?:\(([^()]*)\))?:?[ \t]*/;
/** What a directive may start with that is no paragraph. */
const OTHER_BLOCK = /^(?:[-*+|>]|\.\.|__|\(?[\p{L}\p{N}#]{1,6}[.)]|:[^:]+:)(?:\s|$)/u;

/**
 * The block of to-do number `index`, a marker or a directive, without the word or the directive's name. `undefined` where
 * other text shares its lines, where it has options that a list item cannot have, or where other to-dos stand in it.
 */
export function wordBlock(source: NoteText, index: number): WordBlock | undefined {
  const todo = source.note.todos[index]!;
  const block =
    todo.text === ''
      ? undefined
      : todo.kind === 'marker'
        ? markerBlock(source, todo)
        : todo.kind === 'directive'
          ? directiveBlock(source, todo)
          : undefined;
  return block === undefined || holdsOthers(source, block, index) ? undefined : block;
}

/** Boxes in a list item are nested in it wherever it stands; other to-dos would be none any more. */
function holdsOthers(source: NoteText, { from, to }: WordBlock, index: number): boolean {
  return source.note.todos.some(({ kind, span }, at) => {
    const line = source.lineAt(span.start);
    return at !== index && kind !== 'checkbox' && line >= from && line < to;
  });
}

function markerBlock(source: NoteText, todo: Todo): WordBlock | undefined {
  const from = source.lineAt(todo.markerSpan.start);
  const start = source.startOf(from);
  const before = source.text.slice(start, todo.markerSpan.start);
  const written = source.line(from).slice(todo.markerSpan.end - start);
  const owners = OWNER.exec(written)![1] ?? '';
  const text = written.replace(OWNER, '');
  const column = columns(/^\s*/.exec(before)![0]);
  if (BULLET.test(before)) {
    const to = indentedEnd(source, from, column);
    const width = columns(before);
    return { from, to, item: item(todo, text, owners, linesBetween(source, from + 1, to, width)) };
  }
  if (!isFirstOfItsLines(source, from)) {
    return undefined;
  }
  const comment = /^\s*<!--\s*$/.test(before) ? /^(.*?)\s*-->\s*$/.exec(text)?.[1] : undefined;
  if (comment !== undefined || /^\s*\.\.\s+$/.test(before)) {
    const isAlone = indentedEnd(source, from, column) === from + 1 && isEnd(source, from + 1);
    return isAlone ? { from, to: from + 1, item: item(todo, comment ?? text, owners, []) } : undefined;
  }
  const to = paragraphEnd(source, from);
  return before.trim() !== '' || to === undefined || source.line(to - 1).endsWith('::')
    ? undefined
    : { from, to, item: item(todo, text, owners, linesBetween(source, from + 1, to, column)) };
}

function item({ state }: Todo, first: string, owners: string, rest: readonly string[]): TodoItem {
  const people = owners.split(',').map((name) => name.trim().replace(/^@?(?=.)/, ' @'));
  return { state, hasBox: false, lines: [first.trimEnd() + people.join(''), ...rest] };
}

/** Nothing that belongs to its lines stands above: only what is a to-do itself. */
function isFirstOfItsLines(source: NoteText, line: number): boolean {
  return line === 0 || source.isBlank(line - 1) || startsWithMarker(source, line - 1);
}

function startsWithMarker(source: NoteText, line: number): boolean {
  const start = source.startOf(line) + /^\s*/.exec(source.line(line))![0].length;
  return source.note.todos.some(({ kind, markerSpan }) => kind === 'marker' && markerSpan.start === start);
}

/** Behind the lines that are its paragraph, up to the next marker; `undefined` where they are indented otherwise. */
function paragraphEnd(source: NoteText, from: number): number | undefined {
  let to = from + 1;
  while (!isEnd(source, to) && !startsWithMarker(source, to)) {
    if (source.indent(to) !== source.indent(from)) {
      return undefined;
    }
    to++;
  }
  return to;
}

function isEnd(source: NoteText, line: number): boolean {
  return line >= source.count || source.isBlank(line);
}

/** Behind the lines that are indented farther than `column`. */
function indentedEnd(source: NoteText, from: number, column: number): number {
  let end = from + 1;
  for (let line = end; line < source.count && (source.isBlank(line) || source.indent(line) > column); line++) {
    end = source.isBlank(line) ? end : line + 1;
  }
  return end;
}

function linesBetween(source: NoteText, from: number, to: number, column: number): readonly string[] {
  return Array.from({ length: to - from }, (_, at) => outdented(source.line(from + at), column));
}

/** Its text and what stands below; its class only where that says nothing but the state. */
function directiveBlock(source: NoteText, todo: Todo): WordBlock | undefined {
  const from = source.lineAt(todo.span.start);
  const start = source.startOf(from);
  const before = source.text.slice(start, todo.span.start);
  const head = /^\.\.\s+\w+::\s*(.*)$/.exec(source.line(from).slice(before.length));
  if (before.trim() !== '' || head === null) {
    return undefined;
  }
  const to = indentedEnd(source, from, columns(before));
  const classLine = todo.markerSpan.end > todo.markerSpan.start ? source.lineAt(todo.markerSpan.start) : -1;
  const own = Array.from({ length: to - from - 1 }, (_, at) => from + 1 + at).filter((line) => line !== classLine);
  const column = Math.min(...own.filter((line) => !source.isBlank(line)).map((line) => source.indent(line)));
  const lines = [head[1]!, ...own.map((line) => outdented(source.line(line), column))];
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines.slice(0, lines.findIndex((line, at) => at > 0 && line.trim() === '') + 1 || undefined);
  const hasOptions = opening.some((line) => /^:[\w-]+:/.test(line));
  const isOnlyState = classLine < 0 || /^\s*:class:\s*[\w-]+\s*$/i.test(source.line(classLine));
  return hasOptions || !isOnlyState || first < 0 || OTHER_BLOCK.test(lines[first]!)
    ? undefined
    : { from, to, item: { state: todo.state, hasBox: false, lines: lines.slice(first) } };
}
