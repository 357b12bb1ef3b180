/** Which to-dos a request means, in the notes as they read now. */

import type { TextEdit } from '../../core/model/edit.ts';
import type { Note } from '../../core/model/note.ts';
import { basename, type NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { CurrentNote, NoteEdits } from '../noteEdits.ts';
import type { TodoRef } from '../treeRow.ts';

export interface LineRange {
  /** 0-based. */
  readonly startLine: number;
  /** 0-based, included. */
  readonly endLine: number;
}

/** To-dos as a tree showed them, or all on some lines of an editor. */
export interface TodoChoice {
  readonly todos?: readonly TodoRef[];
  readonly lines?: { readonly path: NotePath; readonly ranges: readonly LineRange[] };
}

export interface CheckedEdits extends NoteEdits {
  /** Lines as they read in the text that the edits belong to. */
  readonly expected: readonly { readonly line: number; readonly text: string }[];
}

export interface ChosenInNote {
  readonly current: CurrentNote;
  /** Indexes in `Note.todos`. */
  readonly todos: ReadonlySet<number>;
}

export type ChosenTodos = ReadonlyMap<NotePath, ChosenInNote>;

/** Gives a note's text and model as they are now; `undefined` where it is gone. */
export type CurrentNotes = (path: NotePath) => CurrentNote | undefined;

/** The to-dos that are meant, or why they cannot be told: all of them or none, so that nothing is half done. */
export function chooseTodos({ todos = [], lines }: TodoChoice, current: CurrentNotes): ChosenTodos | string {
  const chosen = new Map<NotePath, { current: CurrentNote; todos: Set<number> }>();
  for (const ref of todos) {
    const note = chosen.get(ref.path)?.current ?? current(ref.path);
    const todo = note === undefined ? -1 : todoOnLine(note.entry.note, ref);
    if (note === undefined || todo < 0) {
      return say('{0} has changed since the list was made; nothing was written.', basename(ref.path));
    }
    const slot = chosen.get(ref.path) ?? { current: note, todos: new Set() };
    slot.todos.add(todo);
    chosen.set(ref.path, slot);
  }
  const note = lines && current(lines.path);
  const onLines = lines === undefined || note === undefined ? [] : todosOnLines(note.entry.note, lines.ranges);
  if (lines !== undefined && note !== undefined && onLines.length > 0) {
    chosen.set(lines.path, { current: note, todos: new Set([...(chosen.get(lines.path)?.todos ?? []), ...onLines]) });
  }
  return chosen.size > 0 ? chosen : say('There is no to-do here.');
}

/** `edits` of one note in order, with the lines that they were made for: those that they touch, and `more`. */
export function checkedEdits(
  { text, entry }: CurrentNote,
  edits: readonly TextEdit[],
  more: readonly number[] = [],
): CheckedEdits {
  const { lines } = entry.note;
  const numbers = new Set([
    ...more,
    ...edits.flatMap(({ span }) => [lines.lineAt(span.start), lines.lineAt(span.end)]),
  ]);
  const expected = [...numbers].sort((a, b) => a - b).map((line) => ({ line, text: lineText(text, entry.note, line) }));
  return { path: entry.path, edits: [...edits].sort((a, b) => a.span.start - b.span.start), expected };
}

/** The to-do that still stands where it was seen and reads as it did; -1 where none does. The line tells twins apart. */
function todoOnLine(note: Note, ref: TodoRef): number {
  return note.todos.findIndex(({ span, text }) => text === ref.text && note.lines.lineAt(span.start) === ref.line);
}

function todosOnLines(note: Note, ranges: readonly LineRange[]): readonly number[] {
  return [...note.todos.keys()].filter((index) => {
    const { span } = note.todos[index]!;
    const first = note.lines.lineAt(span.start);
    const last = note.lines.lineAt(Math.max(span.start, span.end - 1));
    return ranges.some(({ startLine, endLine }) => first <= endLine && last >= startLine);
  });
}

/** A line without its line break. */
function lineText(text: string, { lines }: Note, line: number): string {
  return text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
}
