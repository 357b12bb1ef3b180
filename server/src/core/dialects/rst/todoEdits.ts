/** The edits that check and uncheck a to-do in reStructuredText. */
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import type { Todo, TodoState } from '../../model/todo.ts';
import type { Span } from '../../text/span.ts';
import { setWrittenState } from '../todoEdits.ts';
import { stateClasses } from './directives/todo.ts';
import { tabWidth } from './lines.ts';
import { isBlockStart } from './todos/sectionTodos.ts';

/** Farther is not looked for what else stands on a line. */
const LONGEST_LINE = 2000;
const LONGEST_BLOCK = 20_000;

/** See `DialectEdits.setTodoState`. */
export function setTodoState(text: string, note: Note, index: number, state: TodoState): readonly TextEdit[] {
  const todo = note.todos[index];
  if (todo === undefined || todo.state === state) {
    return [];
  }
  return todo.kind === 'directive'
    ? setClass(text, todo, state)
    : setWrittenState(text, note, todo, state, isBlockStart);
}

/** The class of one state in place of that of another. */
function setClass(text: string, todo: Todo, state: TodoState): readonly TextEdit[] {
  const { start, end } = todo.markerSpan;
  const option = text.slice(start, end);
  if (todo.state === 'open') {
    return addClass(text, todo, state);
  }
  if (state !== 'open') {
    return [{ span: todo.markerSpan, text: option.replace(CLASS, (_, white: string) => white + state) }];
  }
  return [removeClass(text, todo.markerSpan, option)];
}

/** The first class of a directive that says its state, with the white space before it. */
const CLASS = new RegExp(`(\\s+)(?:${stateClasses.join('|')})(?=\\s|$)`, 'i');

/**
 * The class, added to the classes that the directive has, or on a line of its own behind the directive's first
 * lines, indented as they are. Nothing where text that is not the directive's stands on that line: a table's border.
 */
function addClass(text: string, { span, markerSpan }: Todo, state: TodoState): readonly TextEdit[] {
  const at = markerSpan.end;
  if (markerSpan.end > markerSpan.start) {
    return [{ span: { start: at, end: at }, text: ` ${state}` }];
  }
  if (/^[^\S\r\n]*[^\s]/.test(text.slice(at, at + LONGEST_LINE))) {
    return [];
  }
  const before = text.slice(0, span.start);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  const own = before.slice(lineStart).replace(/\S/g, ' ');
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  return [
    { span: { start: at, end: at }, text: `${lineBreak}${contentIndent(text, span.start, own)}:class: ${state}` },
  ];
}

/** The least white space before the directive's lines, which is where options stand; three more than its own for none. */
function contentIndent(text: string, start: number, own: string): string {
  const below = text.slice(start, start + LONGEST_BLOCK).split(/\r\n|\r|\n/);
  let least: string | undefined;
  for (const line of below.slice(1)) {
    const white = /^[ \t]*/.exec(line)![0];
    if (white.length === line.length) {
      continue;
    }
    if (columns(white) <= columns(own)) {
      break;
    }
    least = least === undefined || columns(white) < columns(least) ? white : least;
  }
  return least ?? `${own}   `;
}

function columns(white: string): number {
  let column = 0;
  for (const character of white) {
    column += character === '\t' ? tabWidth(column) : 1;
  }
  return column;
}

/** Takes the class away, and its line where it was the only one. */
function removeClass(text: string, { start, end }: Span, option: string): TextEdit {
  const kept = option.replace(CLASS, '');
  if (!/^:class:\s*$/i.test(kept)) {
    return { span: { start, end }, text: kept };
  }
  const before = text.slice(0, start).replace(/(?:\r\n|\n|\r)[ \t]*$/, '').length;
  return { span: { start: before, end }, text: '' };
}
