/** The To-Dos view: notes, their talks and sections, their to-dos. What has nothing to show is left out. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import { displayPath, type Snapshot } from '../core/index/snapshot.ts';
import { isUndone } from '../core/model/todo.ts';
import { basename } from '../core/text/path.ts';
import { compareText } from './compareText.ts';
import { countBySection, openTodosOf } from './openTodos.ts';
import { readRowId } from './rowId.ts';
import { childSections, findSection, noteTitle, topSections } from './sections.ts';
import { type ShownTodos, shownTodos } from './shownTodos.ts';
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
  const shown = shownTodos(note, options.showDone);
  if (id.type === 'note') {
    const own = [...shown.inSection(-1), ...shown.inSection(0)];
    return [...todoRows(entry, shown, own, parent), ...sectionRows(entry, shown, topSections(note), parent)];
  }
  const section = id.type === 'section' || id.type === 'todo' ? findSection(note, id.section) : undefined;
  if (section === undefined) {
    return [];
  }
  if (id.type === 'todo') {
    const todo = findTodo(note, section, id.todos);
    return todo === undefined ? [] : todoRows(entry, shown, shown.inTodo(todo), parent);
  }
  return [
    ...todoRows(entry, shown, shown.inSection(section), parent),
    ...sectionRows(entry, shown, childSections(note, section), parent),
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
    if (entry.note.todos.some((todo) => options.showDone || isUndone(todo))) {
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
  shown: ShownTodos,
  sections: readonly number[],
  parent: string,
): readonly TreeRow[] {
  const counts = countBySection(entry.note, shown.isShown);
  return sections.filter((index) => counts[index]! > 0).map((index) => todoSectionRow(entry, index, parent));
}

function todoRows(entry: NoteEntry, shown: ShownTodos, todos: readonly number[], parent: string): readonly TreeRow[] {
  return todos.map((index) => todoRow(entry, index, parent, shown.inTodo(index).length > 0));
}
