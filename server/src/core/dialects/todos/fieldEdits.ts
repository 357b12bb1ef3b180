/** Writes due dates, priorities and done stamps, in the way that the to-do or its note has them already. */
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import { fieldOf, type Todo, type TodoField, type TodoFieldKind, type TodoFieldStyle } from '../../model/todo.ts';

/** How fields are written where a note has none yet. */
const DEFAULT_STYLE: TodoFieldStyle = 'at';
const LONGEST_LINE = 2000;

const emoji: Readonly<Record<TodoFieldKind, string>> = {
  due: '📅',
  done: '✅',
  start: '🛫',
  scheduled: '⏳',
  created: '➕',
  cancelled: '❌',
  recurrence: '🔁',
  priority: '',
};
const emojiPriorities: Readonly<Record<string, string>> = { high: '⏫', medium: '🔼', low: '🔽' };
const letters: Readonly<Record<string, string>> = { high: 'A', medium: 'B', low: 'C' };
const bangs: Readonly<Record<string, string>> = { high: '!!!', medium: '!!', low: '!' };

/**
 * The edit that gives to-do number `index` of `note`, read from `text`, the field of that kind, or takes it away where
 * `value` is `undefined`. Nothing where it is so already; `undefined` where there is no room: in a table's cell.
 */
export function setTodoField(
  text: string,
  note: Note,
  index: number,
  kind: TodoFieldKind,
  value: string | undefined,
): readonly TextEdit[] | undefined {
  const todo = note.todos[index]!;
  const field = fieldOf(todo, kind);
  if (field?.value === value) {
    return [];
  }
  if (field !== undefined && value !== undefined) {
    const written = writeField(kind, value, field.style, text.slice(field.span.start, field.span.end));
    const hasRoom = written.length === field.span.end - field.span.start || endOfText(text, todo) !== undefined;
    return hasRoom ? [{ span: field.span, text: written }] : undefined;
  }
  const end = endOfText(text, todo);
  if (end === undefined) {
    return undefined;
  }
  return value === undefined
    ? [{ span: withSpace(text, todo, field!), text: '' }]
    : [{ span: { start: end, end }, text: ` ${writeField(kind, value, styleIn(note, kind), '')}` }];
}

const DATE = /\d{4}[-/]\d{1,2}[-/]\d{1,2}/;

/** The field as text; `before` is what stands there now, whose sign, name and time of day are kept. */
function writeField(kind: TodoFieldKind, value: string, style: TodoFieldStyle, before: string): string {
  if (kind === 'priority') {
    return writePriority(value, style, before);
  }
  if (DATE.test(before)) {
    return before.replace(DATE, value);
  }
  switch (style) {
    case 'at':
    case 'sign':
      return `@${kind === 'recurrence' ? 'every' : kind}(${value})`;
    case 'colon':
      return `${kind}:${value}`;
    case 'emoji':
      return `${emoji[kind]} ${value}`;
  }
}

function writePriority(value: string, style: TodoFieldStyle, before: string): string {
  if (style === 'emoji') {
    return emojiPriorities[value]!;
  }
  if (before.startsWith('!')) {
    return bangs[value]!;
  }
  if (before.startsWith('@')) {
    return `@priority(${value})`;
  }
  return before.startsWith('pri') ? `pri:${letters[value]}` : `(${letters[value]})`;
}

/** How the note writes fields of that kind, else any field. */
function styleIn(note: Note, kind: TodoFieldKind): TodoFieldStyle {
  let any: TodoFieldStyle | undefined;
  for (const { metadata } of note.todos) {
    for (const field of metadata?.fields ?? []) {
      if (field.kind === kind) {
        return field.style;
      }
      any ??= field.style === 'sign' ? undefined : field.style;
    }
  }
  return any ?? DEFAULT_STYLE;
}

/**
 * Where words can be added to the to-do's text: behind it, but before colons that announce what follows.
 * `undefined` where other things stand behind it on the line, such as a table's border.
 */
function endOfText(text: string, todo: Todo): number | undefined {
  const rest = /^[^\r\n]*/.exec(text.slice(todo.span.end, todo.span.end + LONGEST_LINE))![0];
  const start = todo.kind === 'directive' ? todo.span.start : todo.markerSpan.end;
  if (!/^\s*(?:-->)?\s*$/.test(rest) || (todo.kind === 'directive' && todo.text === '')) {
    return undefined;
  }
  let end = todo.span.end;
  while (end > start && (text[end - 1] === ':' || (text[end - 1] === ' ' && text[end] === ':'))) {
    end--;
  }
  return end === start && end < todo.span.end ? todo.span.end : end;
}

/** The field with the space before it or, at the start of the text, behind it. */
function withSpace(text: string, { markerSpan }: Todo, { span }: TodoField) {
  const { start, end } = span;
  if (text[start - 1] === ' ' && start - 1 > markerSpan.end) {
    return { start: start - 1, end };
  }
  return { start, end: text[end] === ' ' ? end + 1 : end };
}
