/** The edits that bring boxes, plain items and markers to another state, which are the same in every note format. */
import type { TextEdit } from '../model/edit.ts';
import type { Note } from '../model/note.ts';
import type { Todo, TodoState } from '../model/todo.ts';
import { markerIn } from './todoMarkers.ts';

const UNCHECKED = '[ ]';
const boxes: Readonly<Record<TodoState, string>> = {
  open: UNCHECKED,
  'in-progress': '[/]',
  done: '[x]',
  cancelled: '[-]',
};
/** Farther is not looked for what else stands on a line. */
const LONGEST_LINE = 2000;

/**
 * The edits for a to-do that says its state in its text; see `DialectEdits.setTodoState`. `isBlockStart` tells whether a
 * line would read as something else than a paragraph.
 */
export function setWrittenState(
  text: string,
  note: Note,
  todo: Todo,
  state: TodoState,
  isBlockStart: (line: string) => boolean,
): readonly TextEdit[] {
  switch (todo.kind) {
    case 'section':
      return [{ span: todo.markerSpan, text: `${boxes[state]} ` }];
    case 'checkbox':
      return [
        state === 'open' ? uncheck(text, note, todo, isBlockStart) : { span: todo.markerSpan, text: boxes[state] },
      ];
    case 'marker':
      return [{ span: todo.markerSpan, text: markerIn(state, wordOf(text, todo), text.charAt(todo.markerSpan.end)) }];
    default:
      return [];
  }
}

/**
 * In a To Do section plain items are to-dos: the box goes away again, unless the items around it have boxes, nothing
 * else would be left of the item, or what is left would read as another block: `(A) call`.
 */
function uncheck(text: string, note: Note, todo: Todo, isBlockStart: (line: string) => boolean): TextEdit {
  const { start, end } = todo.markerSpan;
  const behind = /^ ?[^\r\n]{0,2000}/.exec(text.slice(end, end + LONGEST_LINE))![0].trim();
  const keepsBox = !todo.inTodoSection || todo.text === '' || isBlockStart(behind) || isAmongBoxes(text, note, todo);
  if (keepsBox) {
    return { span: todo.markerSpan, text: UNCHECKED };
  }
  return { span: { start, end: text[end] === ' ' ? end + 1 : end }, text: '' };
}

/**
 * Whether what is left to do around a to-do has boxes. Items of the same list say so, else the others of the section; where
 * some have boxes and some have none, the nearest.
 */
function isAmongBoxes(text: string, note: Note, todo: Todo): boolean {
  const at = note.todos.indexOf(todo);
  const isInList = (other: Todo | undefined) => other?.parent === todo.parent;
  let nearest = -1;
  note.todos.forEach((other, index) => {
    if (other.heading !== todo.heading || !(other.kind === 'section' || isOpenBox(text, other))) {
      return;
    }
    const closer = Math.abs(index - at) < Math.abs(nearest - at);
    const same = isInList(other) === isInList(note.todos[nearest]);
    if (nearest < 0 || (same ? closer : isInList(other))) {
      nearest = index;
    }
  });
  return note.todos[nearest]?.kind === 'checkbox';
}

function isOpenBox(text: string, { kind, markerSpan }: Todo): boolean {
  return kind === 'checkbox' && text.slice(markerSpan.start, markerSpan.end) === UNCHECKED;
}

function wordOf(text: string, { markerSpan }: Todo): string {
  return text.slice(markerSpan.start, markerSpan.end);
}
