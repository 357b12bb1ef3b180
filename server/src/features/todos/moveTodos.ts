/** Adding to-dos, moving them to another talk, and putting away those that are done. Computes edits; writes nothing. */

import { NoteText } from '../../core/dialects/todos/noteText.ts';
import { takeTodos } from '../../core/dialects/todos/takeTodos.ts';
import type { TodoItem } from '../../core/dialects/todos/todoBlock.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Note } from '../../core/model/note.ts';
import { isUndone } from '../../core/model/todo.ts';
import { basename, type NotePath } from '../../core/text/path.ts';
import { say, sayable } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import type { CurrentNote } from '../noteEdits.ts';
import {
  type CheckedEdits,
  type ChosenTodos,
  type CurrentNotes,
  checkedEdits,
  chooseTodos,
  type TodoChoice,
} from './chooseTodos.ts';
import { appliedEdits } from './movedBack.ts';
import { type MoveOptions, moveInNote, put, takeOut } from './noteMoves.ts';
import { isTitled, ownTodoSection, type TodoSection, todoSectionOf } from './todoSections.ts';

/** A talk or section: -1 for what stands before the first title. */
export interface TodoTarget {
  readonly path: NotePath;
  readonly heading: number;
}

export interface MoveOutcome {
  readonly changes: readonly CheckedEdits[];
  readonly count: number;
  readonly refused?: string;
}

/** Adds a to-do that reads `written` to the To Do section of a talk. */
export function addTodo(written: string, to: TodoTarget, options: MoveOptions, current: CurrentNotes): MoveOutcome {
  const note = current(to.path);
  // Whoever types a bullet or a box means the one that is written anyway.
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(?:[-*+] )?(?:\[ \] )?/, '');
  if (note === undefined || text === '') {
    return refusal(text === '' ? say('A to-do needs some text.') : say('{0} cannot be read.', basename(to.path)));
  }
  const section = todoSectionOf(note.entry.note, to.heading, options.todoSections);
  const item: TodoItem = { state: 'open', hasBox: false, lines: [text] };
  const edit = put(note, section, [item], options);
  return isAdded(note, edit, options)
    ? { changes: [checkedEdits(note, [edit])], count: 1 }
    : refusal(say('This text cannot stand in a list: it would be read as something else.'));
}

/** Whether `edit`, once made, is one open to-do more, and all titles and other to-dos read on as they do. */
function isAdded({ text, entry }: CurrentNote, edit: TextEdit, { todoSections }: MoveOptions): boolean {
  const { note, dialect } = entry;
  const after = dialect.parse(appliedEdits(text, [edit]), { todoSections });
  const end = edit.span.start + edit.text.length;
  const isOther = ({ span }: { readonly span: Span }): boolean => span.start < edit.span.start || span.start >= end;
  const read = ({ headings, todos }: Pick<Note, 'headings' | 'todos'>): string =>
    JSON.stringify([headings.map(({ title }) => title), todos.map((todo) => [todo.state, todo.text])]);
  const others = { headings: after.headings.filter(isOther), todos: after.todos.filter(isOther) };
  const [added, ...more] = after.todos.filter((todo) => !isOther(todo));
  return added?.state === 'open' && more.length === 0 && read(others) === read(note);
}

/** Moves to-dos, with what is nested in them, to the To Do section of the talk `to`, or of the talk that each stands in. */
export function moveTodos(
  choice: TodoChoice,
  to: TodoTarget | undefined,
  options: MoveOptions,
  current: CurrentNotes,
): MoveOutcome {
  const chosen = chooseTodos(choice, current);
  if (typeof chosen === 'string') {
    return refusal(chosen);
  }
  return to === undefined ? moveWithin(chosen, options) : moveTo(chosen, to, options, current);
}

/** Moves what is done and holds nothing open to the Done section of its note, which is made where there is none. */
export function archiveDone(notes: readonly CurrentNote[], options: MoveOptions): MoveOutcome {
  const changes: CheckedEdits[] = [];
  let count = 0;
  for (const current of notes) {
    const { note } = current.entry;
    const done = note.headings.findIndex((_, index) => isTitled(note, index, [options.doneSection]));
    const todos = finished(current).filter((index) => note.todos[index]!.heading !== done || done < 0);
    const parent = note.headings.length === 0 ? -1 : 0;
    const section: TodoSection = done >= 0 ? { heading: done } : { parent, title: options.doneSection };
    const edits = moveInNote(current, todos, section, options);
    if (edits !== undefined && todos.length > 0) {
      changes.push(checkedEdits(current, edits));
      count += todos.length;
    }
  }
  return count > 0 ? { changes, count } : refusal(say('Nothing that is done stands outside of the Done section.'));
}

/** Outermost to-dos that are done with all that is nested in them, and can be moved. */
function finished(current: CurrentNote): readonly number[] {
  const { todos } = current.entry.note;
  const isOpen = todos.map(isUndone);
  for (let index = todos.length - 1; index >= 0; index--) {
    const { parent } = todos[index]!;
    if (isOpen[index] && parent >= 0) {
      isOpen[parent] = true;
    }
  }
  const source = new NoteText(current.text, current.entry.note);
  return todos.flatMap(({ parent }, index) =>
    parent < 0 && !isOpen[index] && takeTodos(source, [index]) !== undefined ? [index] : [],
  );
}

/** Each to-do goes to the To Do section of its own talk, of which there is one to a note. */
function moveWithin(chosen: ChosenTodos, options: MoveOptions): MoveOutcome {
  const changes: CheckedEdits[] = [];
  let count = 0;
  for (const { current, todos } of chosen.values()) {
    const { note } = current.entry;
    const sections = [...todos].map((index) => ownTodoSection(note, note.todos[index]!.heading, options.todoSections));
    const [section, ...others] = new Map(sections.map((each) => [JSON.stringify(each), each])).values();
    if (others.length > 0) {
      return refusal(say('These to-dos are of several talks. Move those of one talk at a time.'));
    }
    const moving = [...todos].filter((index) => !isRightIn(note, index, section!));
    const edits = moving.length === 0 ? [] : moveInNote(current, moving, section!, options);
    if (edits === undefined) {
      return refusal(say(CANNOT_MOVE));
    }
    if (edits.length > 0) {
      changes.push(checkedEdits(current, edits));
      count += moving.length;
    }
  }
  return count > 0 ? { changes, count } : refusal(say('It stands in a To Do section already.'));
}

function moveTo(chosen: ChosenTodos, to: TodoTarget, options: MoveOptions, current: CurrentNotes): MoveOutcome {
  const target = chosen.get(to.path)?.current ?? current(to.path);
  if (target === undefined) {
    return refusal(say('{0} cannot be read.', basename(to.path)));
  }
  const section = todoSectionOf(target.entry.note, to.heading, options.todoSections);
  const changes: CheckedEdits[] = [];
  const items: TodoItem[] = [];
  let inTarget: readonly number[] = [];
  let fromElsewhere = false;
  for (const [path, { current: note, todos }] of chosen) {
    const moving = [...todos].filter((index) => path !== to.path || !isRightIn(note.entry.note, index, section));
    const taken = takeOut(note, moving, options);
    if (taken === undefined) {
      return refusal(say(CANNOT_MOVE));
    }
    if (path === to.path) {
      inTarget = moving;
    } else {
      changes.push(checkedEdits(note, taken.edits));
      items.push(...taken.items);
      fromElsewhere ||= note.entry.dialect !== target.entry.dialect;
    }
  }
  if (items.length + inTarget.length === 0) {
    return refusal(say('It stands there already.'));
  }
  const edits = moveInNote(target, inTarget, section, { ...options, fromElsewhere }, items);
  return edits === undefined
    ? refusal(say(CANNOT_MOVE))
    : { changes: [...changes, checkedEdits(target, edits)], count: items.length + inTarget.length };
}

const CANNOT_MOVE = sayable(
  'Only to-dos that stand on lines of their own can be moved: not those amid a text or in a table.',
);

/** Whether the to-do stands in the section and is nested in no other. */
function isRightIn(note: Note, index: number, section: TodoSection): boolean {
  const { heading, parent } = note.todos[index]!;
  return 'heading' in section && heading === section.heading && parent < 0;
}

function refusal(refused: string): MoveOutcome {
  return { changes: [], count: 0, refused };
}
