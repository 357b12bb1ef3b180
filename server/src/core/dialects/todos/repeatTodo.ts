/** To-dos that come back: what is written when one of them is done. */
import { addDays, type Day, daysBetween } from '../../model/day.ts';
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import { nextDay, readRecurrence } from '../../model/recurrence.ts';
import { fieldOf, fieldValue, type Todo, type TodoFieldKind } from '../../model/todo.ts';
import { setTodoField } from './fieldEdits.ts';
import { NoteText } from './noteText.ts';
import { insertLines } from './putTodos.ts';
import { type TodoBlock, todoBlock } from './todoBlock.ts';

export interface Repetition {
  readonly edits: readonly TextEdit[];
  /** It is the same to-do that goes on with later dates: where a copy of it cannot stand beside it. */
  readonly staysOpen: boolean;
}

const dateKinds: readonly TodoFieldKind[] = ['due', 'scheduled', 'start'];

/** The next one of to-do number `index`, with its dates moved on; `undefined` where it does not come back. */
export function repeatTodo(text: string, note: Note, index: number, today: Day): Repetition | undefined {
  const todo = note.todos[index]!;
  const recurrence = readRecurrence(fieldValue(todo, 'recurrence') ?? '');
  if (recurrence === undefined) {
    return undefined;
  }
  const base = dateKinds.map((kind) => fieldValue(todo, kind)).find((day) => day !== undefined) ?? today;
  const ahead = daysBetween(base, nextDay(recurrence, base, today));
  const dates = datesOf(todo, today, ahead);
  const edits = dates.map(([kind, day]) => setTodoField(text, note, index, kind, day));
  if (edits.some((edit) => edit === undefined)) {
    return undefined;
  }
  const moved = edits.flatMap((edit) => edit!);
  const source = new NoteText(text, note);
  const block = todoBlock(source, index);
  const isNumbered = block?.shape === 'item' && /\d/.test(block.lead);
  if (block === undefined || isNumbered) {
    return { edits: moved, staysOpen: true };
  }
  return { edits: [copyAbove(source, todo, block, moved)], staysOpen: false };
}

/** The days that the next one has; without any it is due from then on. */
function datesOf(todo: Todo, today: Day, ahead: number): readonly (readonly [TodoFieldKind, Day])[] {
  const dates = dateKinds.flatMap((kind): (readonly [TodoFieldKind, Day])[] => {
    const day = fieldValue(todo, kind);
    return day === undefined ? [] : [[kind, addDays(day, ahead)]];
  });
  return dates.length > 0 ? dates : [['due', addDays(today, ahead)]];
}

/** The to-do's own lines with `edits` made, above it; without a mark that it is begun. */
function copyAbove(source: NoteText, todo: Todo, block: TodoBlock, edits: readonly TextEdit[]): TextEdit {
  const from = source.lineAt(todo.span.start);
  const last = source.lineAt(Math.max(todo.span.start, todo.span.end - 1));
  const start = source.startOf(from);
  const end = source.startOf(last) + source.line(last).length;
  const box: readonly TextEdit[] = todo.kind === 'checkbox' ? [{ span: todo.markerSpan, text: '[ ]' }] : [];
  const stamp = fieldOf(todo, 'done');
  const without: readonly TextEdit[] = stamp === undefined ? [] : [{ span: stamp.span, text: '' }];
  const copy = applied(source.text, [...box, ...without, ...edits], start, end).trimEnd();
  return insertLines(source, from, needsBlank(source, block) ? [copy, ''] : [copy]);
}

/** Between paragraphs a blank line has to stand; between items one stands where the one before is parted so. */
function needsBlank(source: NoteText, { shape, from }: TodoBlock): boolean {
  const isApart = from > 1 && source.isBlank(from - 1) && hasTodoOn(source, from - 2);
  return shape === 'paragraph' || (shape === 'item' && isApart);
}

function hasTodoOn(source: NoteText, line: number): boolean {
  return source.note.todos.some((todo) => source.lineAt(Math.max(todo.span.start, todo.span.end - 1)) === line);
}

/** `text` between `start` and `end` with `edits` made, which lie inside. */
function applied(text: string, edits: readonly TextEdit[], start: number, end: number): string {
  let result = '';
  let at = start;
  for (const { span, text: put } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + put;
    at = span.end;
  }
  return result + text.slice(at, end);
}
