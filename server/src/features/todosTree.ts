/** The To-Dos view: notes, their talks and sections, their to-dos. What has nothing to show is left out. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import { basename } from '../core/text/path.ts';
import { sortedByText } from './compareText.ts';
import { countBySection } from './openTodos.ts';
import { type RowId, readRowId } from './rowId.ts';
import { childSections, findSection, noteTitle, titleSection, topSections } from './sections.ts';
import { type ShownTodos, shownTodos } from './shownTodos.ts';
import { findTodo } from './todoPath.ts';
import { todoNoteRow, todoRow, todoSectionRow } from './todoRows.ts';
import { groupRows, rowsInGroup, rowsInGroupedTodo } from './todos/groupedTodos.ts';
import { isWanted, type TodosOptions } from './todos/todosOptions.ts';
import type { TreeRow } from './treeRow.ts';

/** Of more notes than this none starts expanded: each would be asked for at once. */
const FEW = 50;

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function todosTree(snapshot: Snapshot, options: TodosOptions, parent?: string): readonly TreeRow[] {
  const isGrouped = options.groupBy !== 'note';
  if (parent === undefined) {
    return isGrouped ? groupRows(snapshot, options) : noteRows(snapshot, options);
  }
  const id = readRowId(parent);
  if (id?.type === 'group') {
    return id.by === options.groupBy ? rowsInGroup(snapshot, options, id.key, parent) : [];
  }
  const entry = id === undefined || id.type === 'all' ? undefined : snapshot.notes.get(id.path);
  if (id === undefined || entry === undefined) {
    return [];
  }
  if (id.type === 'todo' && id.group !== undefined) {
    const index = indexOf(entry, id);
    const isCurrent = id.group[0] === options.groupBy && index !== undefined;
    return isCurrent ? rowsInGroupedTodo(snapshot, options, id.group[1], { entry, index }, parent) : [];
  }
  return isGrouped ? [] : rowsInNote(entry, options, id, parent);
}

/** What stands below a row of a note, in the tree by notes. */
function rowsInNote(entry: NoteEntry, options: TodosOptions, id: RowId, parent: string): readonly TreeRow[] {
  const { note } = entry;
  const list: Listing = { entry, options, shown: shownTodos(entry, options), parent };
  if (id.type === 'note') {
    const own = [-1, ...(titleSection(note) < 0 ? [] : [0])].flatMap((section) => list.shown.inSection(section));
    return [...todoRows(list, own), ...sectionRows(list, topSections(note))];
  }
  if (id.type === 'todo') {
    const index = indexOf(entry, id);
    return index === undefined ? [] : todoRows(list, list.shown.inTodo(index));
  }
  const section = id.type === 'section' ? findSection(note, id.section) : undefined;
  return section === undefined
    ? []
    : [...todoRows(list, list.shown.inSection(section)), ...sectionRows(list, childSections(note, section))];
}

/** The to-do that a row's id names. */
function indexOf({ note }: NoteEntry, { section, todos }: Extract<RowId, { type: 'todo' }>): number | undefined {
  const heading = findSection(note, section);
  return heading === undefined ? undefined : findTodo(note, heading, todos);
}

function noteRows(snapshot: Snapshot, options: TodosOptions): readonly TreeRow[] {
  const shown: NoteEntry[] = [];
  const titles = new Map<string, number>();
  for (const entry of snapshot.notes.entries()) {
    if (entry.note.todos.some((todo) => isWanted(todo, entry, options))) {
      shown.push(entry);
      titles.set(titleOf(entry), (titles.get(titleOf(entry)) ?? 0) + 1);
    }
  }
  return sortedByText(shown, titleOf, ({ path }) => path).map((entry) => {
    const isAlone = titles.get(titleOf(entry)) === 1;
    const place = isAlone ? undefined : displayPath(snapshot.roots, entry.path);
    return todoNoteRow(snapshot, entry, place, shown.length <= FEW);
  });
}

function titleOf({ note, path }: NoteEntry): string {
  return noteTitle(note, basename(path));
}

interface Listing {
  readonly entry: NoteEntry;
  readonly options: TodosOptions;
  readonly shown: ShownTodos;
  readonly parent: string;
}

function sectionRows({ entry, shown, parent }: Listing, sections: readonly number[]): readonly TreeRow[] {
  const counts = countBySection(entry.note, shown.isShown);
  return sections.filter((index) => counts[index]! > 0).map((index) => todoSectionRow(entry, index, parent));
}

function todoRows({ entry, options, shown, parent }: Listing, todos: readonly number[]): readonly TreeRow[] {
  const { today } = options;
  return todos.map((index) => todoRow(entry, index, parent, shown.inTodo(index).length > 0, { today }));
}
