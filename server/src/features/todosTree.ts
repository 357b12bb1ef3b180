/** The To-Dos view: notes, their talks and sections, their to-dos. What has nothing to show is left out. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import { displayPath, type Snapshot } from '../core/index/snapshot.ts';
import type { Note } from '../core/model/note.ts';
import { basename } from '../core/text/path.ts';
import { compareText } from './compareText.ts';
import { countBySection, openTodosOf } from './openTodos.ts';
import { readRowId } from './rowId.ts';
import { childSections, findSection, noteTitle, topSections } from './sections.ts';
import { findTodo } from './todoPath.ts';
import { todoNoteRow, todoRow, todoSectionRow } from './todoRows.ts';
import type { TreeRow } from './treeRow.ts';

export interface TodosOptions {
  readonly showDone: boolean;
}

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function todosTree(snapshot: Snapshot, options: TodosOptions, parent?: string): readonly TreeRow[] {
  if (parent === undefined) {
    return noteRows(snapshot, options);
  }
  const id = readRowId(parent);
  const entry = id === undefined || id.type === 'all' ? undefined : snapshot.notes.get(id.path);
  if (id === undefined || entry === undefined) {
    return [];
  }
  const { note } = entry;
  if (id.type === 'note') {
    const own = [...todosIn(note, options, -1), ...todosIn(note, options, 0)];
    return [...rowsOf(entry, options, own, parent), ...sectionRows(entry, options, topSections(note), parent)];
  }
  const section = id.type === 'section' || id.type === 'todo' ? findSection(note, id.section) : undefined;
  if (section === undefined) {
    return [];
  }
  if (id.type === 'todo') {
    const todo = findTodo(note, section, id.todos);
    return todo === undefined ? [] : rowsOf(entry, options, childTodos(note, options, todo), parent);
  }
  return [
    ...rowsOf(entry, options, todosIn(note, options, section), parent),
    ...sectionRows(entry, options, childSections(note, section), parent),
  ];
}

/** Open to-dos of the whole workspace. */
export function openTodoCount(snapshot: Snapshot): number {
  let open = 0;
  for (const { note } of snapshot.notes.entries()) {
    open += openTodosOf(note);
  }
  return open;
}

function noteRows(snapshot: Snapshot, options: TodosOptions): readonly TreeRow[] {
  const shown: NoteEntry[] = [];
  const titles = new Map<string, number>();
  for (const entry of snapshot.notes.entries()) {
    if (entry.note.todos.some((todo) => options.showDone || todo.state === 'open')) {
      shown.push(entry);
      titles.set(titleOf(entry), (titles.get(titleOf(entry)) ?? 0) + 1);
    }
  }
  shown.sort((a, b) => compareText(titleOf(a), titleOf(b)) || compareText(a.path, b.path));
  return shown.map((entry) => {
    const isAlone = titles.get(titleOf(entry)) === 1;
    return todoNoteRow(snapshot, entry, isAlone ? undefined : displayPath(snapshot.roots, entry.path));
  });
}

function titleOf({ note, path }: NoteEntry): string {
  return noteTitle(note, basename(path));
}

function sectionRows(
  entry: NoteEntry,
  options: TodosOptions,
  sections: readonly number[],
  parent: string,
): readonly TreeRow[] {
  const visible = visibleTodos(entry.note, options);
  const counts = countBySection(entry.note, (index) => visible[index]!);
  return sections.filter((index) => counts[index]! > 0).map((index) => todoSectionRow(entry, index, parent));
}

function rowsOf(entry: NoteEntry, options: TodosOptions, todos: readonly number[], parent: string): readonly TreeRow[] {
  return todos.map((index) => todoRow(entry, index, parent, childTodos(entry.note, options, index).length > 0));
}

/** To-dos right in a section that are not nested in another of the same section. */
function todosIn(note: Note, options: TodosOptions, section: number): readonly number[] {
  return shownTodos(note, options, (index) => {
    const { heading, parent } = note.todos[index]!;
    return heading === section && parent < 0;
  });
}

function childTodos(note: Note, options: TodosOptions, parent: number): readonly number[] {
  return shownTodos(note, options, (index) => note.todos[index]!.parent === parent);
}

function shownTodos(note: Note, options: TodosOptions, isWanted: (index: number) => boolean): readonly number[] {
  const visible = visibleTodos(note, options);
  return [...note.todos.keys()].filter((index) => visible[index]! && isWanted(index));
}

/** A to-do that is done stays while something open is nested in it. */
function visibleTodos(note: Note, { showDone }: TodosOptions): readonly boolean[] {
  const visible = note.todos.map(({ state }) => showDone || state === 'open');
  for (let index = visible.length - 1; index >= 0; index--) {
    const { parent } = note.todos[index]!;
    if (visible[index] && parent >= 0) {
      visible[parent] = true;
    }
  }
  return visible;
}
