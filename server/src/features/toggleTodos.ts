/** Checking and unchecking to-dos: computes the edits, or says why there are none. Writes nothing. */
import type { TextEdit } from '../core/model/edit.ts';
import type { Note } from '../core/model/note.ts';
import { isUndone } from '../core/model/todo.ts';
import { basename, type NotePath } from '../core/text/path.ts';
import type { CurrentNote, NoteEdits } from './noteEdits.ts';
import type { TodoRef } from './treeRow.ts';

export interface LineRange {
  /** 0-based. */
  readonly startLine: number;
  /** 0-based, included. */
  readonly endLine: number;
}

export interface ToggleRequest {
  readonly todos?: readonly TodoRef[];
  readonly lines?: { readonly path: NotePath; readonly ranges: readonly LineRange[] };
  /** Where it is absent the first to-do sets the direction for all. */
  readonly done?: boolean;
}

export interface NoteToggle extends NoteEdits {
  /** Lines as they read in the text that the edits belong to. */
  readonly expected: readonly { readonly line: number; readonly text: string }[];
}

export interface ToggleOutcome {
  readonly changes: readonly NoteToggle[];
  /** How many to-dos change. */
  readonly count: number;
  /** The state they are brought to. */
  readonly done: boolean;
  /** Why nothing is changed, as a sentence; then there are no changes at all. */
  readonly refused?: string;
}

/** To-dos by note, each as its index in `Note.todos`. */
type Chosen = ReadonlyMap<NotePath, { readonly current: CurrentNote; readonly todos: ReadonlySet<number> }>;

/** Edits that check or uncheck to-dos; `current` gives a note's text and model as they are now. */
export function toggleTodos(
  request: ToggleRequest,
  current: (path: NotePath) => CurrentNote | undefined,
): ToggleOutcome {
  const chosen = choose(request, current);
  if (typeof chosen === 'string') {
    return { changes: [], count: 0, done: request.done ?? true, refused: chosen };
  }
  const done = request.done ?? isFirstOpen(chosen);
  const changes: NoteToggle[] = [];
  let count = 0;
  for (const [path, { current: note, todos }] of chosen) {
    const change = noteToggle(path, note, [...todos], done);
    count += change.count;
    if (change.edits.length > 0) {
      changes.push({ path, edits: change.edits, expected: change.expected });
    }
  }
  return { changes, count, done };
}

/** The to-dos that are meant, or why they cannot be told: all of them or none, so that nothing is half done. */
function choose(request: ToggleRequest, current: (path: NotePath) => CurrentNote | undefined): Chosen | string {
  const chosen = new Map<NotePath, { current: CurrentNote; todos: Set<number> }>();
  for (const ref of request.todos ?? []) {
    const note = chosen.get(ref.path)?.current ?? current(ref.path);
    const todo = note === undefined ? -1 : todoOnLine(note.entry.note, ref);
    if (note === undefined || todo < 0) {
      return `${basename(ref.path)} has changed since the list was made; nothing was written.`;
    }
    const slot = chosen.get(ref.path) ?? { current: note, todos: new Set() };
    slot.todos.add(todo);
    chosen.set(ref.path, slot);
  }
  const { lines } = request;
  const note = lines && current(lines.path);
  const onLines = lines === undefined || note === undefined ? [] : todosOnLines(note.entry.note, lines.ranges);
  if (lines !== undefined && note !== undefined && onLines.length > 0) {
    chosen.set(lines.path, { current: note, todos: new Set([...(chosen.get(lines.path)?.todos ?? []), ...onLines]) });
  }
  return chosen.size > 0 ? chosen : 'There is no to-do here.';
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

function isFirstOpen(chosen: Chosen): boolean {
  for (const { current, todos } of chosen.values()) {
    for (const todo of todos) {
      return isUndone(current.entry.note.todos[todo]!);
    }
  }
  return true;
}

function noteToggle(path: NotePath, { text, entry }: CurrentNote, todos: readonly number[], done: boolean) {
  const edits: TextEdit[] = [];
  const lines = new Set<number>();
  let count = 0;
  for (const todo of todos) {
    const own = entry.dialect.edits.setTodoState(text, entry.note, todo, done ? 'done' : 'open');
    edits.push(...own);
    count += Number(own.length > 0);
    if (own.length > 0) {
      lines.add(entry.note.lines.lineAt(entry.note.todos[todo]!.span.start));
    }
  }
  for (const { span } of edits) {
    lines.add(entry.note.lines.lineAt(span.start));
    lines.add(entry.note.lines.lineAt(span.end));
  }
  const expected = [...lines].sort((a, b) => a - b).map((line) => ({ line, text: lineText(text, entry.note, line) }));
  edits.sort((a, b) => a.span.start - b.span.start);
  return { path, edits, expected, count };
}

/** A line without its line break. */
function lineText(text: string, { lines }: Note, line: number): string {
  return text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
}
