/** Puts to-dos into a section of a note, written as those that stand there already. */
import type { TextEdit } from '../../model/edit.ts';
import type { TodoState } from '../../model/todo.ts';
import { columns, type NoteText } from './noteText.ts';
import { lastNumbered } from './numberedList.ts';
import { type TodoBlock, type TodoItem, todoBlock } from './todoBlock.ts';

export interface PutOptions {
  /** Plain items of the section are to-dos, so that open ones need no box. */
  readonly inTodoSection: boolean;
  /** The items come from a note of another format, which may nest lists without blank lines. */
  readonly fromElsewhere?: boolean;
}

const boxes: Readonly<Record<TodoState, string>> = { open: '[ ]', 'in-progress': '[/]', done: '[x]', cancelled: '[-]' };
/** What may read as another block than a paragraph unless a box stands before it: `(A) call`. */
const OTHER_BLOCK = /^(?:\(?[\p{L}\p{N}#]{1,6}[.)](?:\s|$)|[^\p{L}\p{N}\s`"'(*])/u;
const PLAIN_BULLET = '- ';

/** The edit that adds `items` behind the last to-do of section `heading`, else right below its title; -1 for before all titles. */
export function putTodos(source: NoteText, heading: number, items: readonly TodoItem[], options: PutOptions): TextEdit {
  const last = lastBlock(source, heading);
  return last === undefined
    ? putBelowTitle(source, heading, items, options)
    : putBehind(source, heading, last, items, options);
}

/** The lines of `items` with plain bullets, for a section that does not exist yet. */
export function writeTodos(items: readonly TodoItem[], options: PutOptions): readonly string[] {
  return items.flatMap((item) => writeItem(item, PLAIN_BULLET, needsBox(item, options), options));
}

/** The last to-do right in the section that can stand on lines of its own. */
function lastBlock(source: NoteText, heading: number): (TodoBlock & { readonly index: number }) | undefined {
  const { todos } = source.note;
  for (let index = todos.length - 1; index >= 0; index--) {
    const todo = todos[index]!;
    const block = todo.heading === heading && todo.parent < 0 ? todoBlock(source, index) : undefined;
    if (block !== undefined) {
      return { ...block, index };
    }
  }
  return undefined;
}

function putBehind(
  source: NoteText,
  heading: number,
  last: TodoBlock & { readonly index: number },
  items: readonly TodoItem[],
  options: PutOptions,
): TextEdit {
  const beside = source.note.todos.filter((todo) => todo.heading === heading);
  const hasBoxes = beside.some(({ kind, state }) => kind === 'checkbox' && state === 'open');
  const isPlain = options.inTodoSection && !hasBoxes;
  const asItem = last.shape === 'item' || items.some(({ lines }) => lines.length > 1);
  // A list that counts goes on behind its last item, which may be no to-do.
  const counted = asItem && last.shape === 'item' ? lastNumbered(source, last.from) : undefined;
  const to = counted === undefined ? last.to : Math.max(last.to, endOfItem(source, counted.line));
  const apart = last.shape !== 'line' || asItem ? isApart(source, last) || (asItem && last.shape !== 'item') : false;
  const lines: string[] = [];
  items.forEach((item, at) => {
    if ((apart || (last.shape === 'paragraph' && !asItem)) && (at === 0 || !asItem || isApart(source, last))) {
      lines.push('');
    }
    const lead = asItem ? bulletLead(last, at, counted?.ordinal) : last.lead;
    lines.push(...writeItem(item, lead, !isPlain || item.state !== 'open', options));
  });
  return insertLines(source, to, lines);
}

/** The same bullet, or the enumerator of item number `at` behind the list's last. */
function bulletLead({ lead, shape }: TodoBlock, at: number, last?: number): string {
  if (shape !== 'item') {
    return /^\s*/.exec(lead)![0] + PLAIN_BULLET;
  }
  const [, before = '', ordinal = '', behind = ''] = /^(\s*\(?)(\d{1,6}|[A-Ya-y])([.)]\s+)$/.exec(lead) ?? [];
  if (ordinal === '') {
    return lead;
  }
  const next = /\d/.test(ordinal)
    ? String((last ?? Number(ordinal)) + at + 1)
    : String.fromCharCode(ordinal.charCodeAt(0) + at + 1);
  return before + next + behind;
}

/** Behind the lines of the item that starts at `line`. */
function endOfItem(source: NoteText, line: number): number {
  let end = line + 1;
  for (let at = end; at < source.count && (source.isBlank(at) || source.indent(at) > source.indent(line)); at++) {
    end = source.isBlank(at) ? end : at + 1;
  }
  return end;
}

/** Whether a blank line stands between the last two items. */
function isApart(source: NoteText, last: TodoBlock & { readonly index: number }): boolean {
  if (last.shape === 'paragraph') {
    return true;
  }
  const { todos } = source.note;
  const { heading } = todos[last.index]!;
  const before = todos.slice(0, last.index).findLast((todo) => todo.heading === heading && todo.parent < 0);
  return before !== undefined && last.from > 0 && source.isBlank(last.from - 1);
}

function putBelowTitle(source: NoteText, heading: number, items: readonly TodoItem[], options: PutOptions): TextEdit {
  const title = source.note.headings[heading];
  const at = title === undefined ? 0 : source.lineAt(title.span.end) + 1;
  const lines = writeTodos(items, options);
  const hasBlankBehind = at >= source.count || source.isBlank(at);
  const before = title === undefined ? [] : [''];
  return insertLines(source, at, [...before, ...lines, ...(hasBlankBehind ? [] : [''])]);
}

function needsBox({ state, hasBox }: TodoItem, { inTodoSection }: PutOptions): boolean {
  return !inTodoSection || state !== 'open' || hasBox;
}

function writeItem(item: TodoItem, lead: string, hasBox: boolean, options: PutOptions): readonly string[] {
  const [first = '', ...rest] = linesOf(item, options);
  const indent = ' '.repeat(columns(lead));
  const text = hasBox || OTHER_BLOCK.test(first) ? `${boxes[item.state]} ${first}` : first;
  return [(lead + text).trimEnd(), ...rest.map((line) => (line === '' ? '' : indent + line))];
}

/** Nested items get a box where plain ones are no to-dos, and a blank line before them where they may need one. */
function linesOf({ lines, nested = [] }: TodoItem, { inTodoSection, fromElsewhere }: PutOptions): readonly string[] {
  const written = [...lines];
  for (const { line, boxAt } of [...nested].reverse()) {
    if (!inTodoSection && boxAt !== undefined) {
      written[line] = `${written[line]!.slice(0, boxAt)}${boxes.open} ${written[line]!.slice(boxAt)}`;
    }
    if (fromElsewhere === true && line > 0 && lines[line - 1]!.trim() !== '') {
      written.splice(line, 0, '');
    }
  }
  return written;
}

/** Lines put before line `at`, with the line break that the line before needs. */
export function insertLines(source: NoteText, at: number, lines: readonly string[]): TextEdit {
  const offset = source.startOf(at);
  const { lineBreak, text } = source;
  const isBehindText = offset === text.length && offset > 0 && !/[\r\n]$/.test(text);
  const written = lines.join(lineBreak);
  return {
    span: { start: offset, end: offset },
    text: isBehindText ? lineBreak + written : written + lineBreak,
  };
}
