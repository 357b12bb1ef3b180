/** The To-Dos view by groups: the groups, and the to-dos in each, nested where both parent and child are in it. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { basename } from '../../core/text/path.ts';
import { type RowId, writeRowId } from '../rowId.ts';
import { noteTitle } from '../sections.ts';
import { countText, todoRow } from '../todoRows.ts';
import type { TreeRow } from '../treeRow.ts';
import { type TodoGroup, type TodoPlace, todoGroups } from './todoGroups.ts';
import type { TodosOptions } from './todosOptions.ts';

/** More than this is not shown opened at once. */
const FEW = 100;
/** Of more groups than this none starts expanded: each would be asked for at once. */
const FEW_GROUPS = 50;

const icons = { note: 'note', talk: 'bookmark', due: 'calendar', person: 'person', tag: 'tag', state: 'checklist' };

/** The rows of the groups. */
export function groupRows(snapshot: Snapshot, options: TodosOptions): readonly TreeRow[] {
  const groups = todoGroups(snapshot, options);
  return groups.map((group) => groupRow(group, options, groups.length <= FEW_GROUPS));
}

/** What stands right in a group. */
export function rowsInGroup(snapshot: Snapshot, options: TodosOptions, key: string, parent: string) {
  const nesting = nestingOf(snapshot, options, key);
  return nesting === undefined ? [] : rowsOf(nesting.top, nesting, options, parent);
}

/** What is nested in to-do number `index` of `entry`, as far as it is in the same group. */
export function rowsInGroupedTodo(
  snapshot: Snapshot,
  options: TodosOptions,
  key: string,
  { entry, index }: TodoPlace,
  parent: string,
): readonly TreeRow[] {
  const nesting = nestingOf(snapshot, options, key);
  return nesting === undefined ? [] : rowsOf(nesting.below.get(entry)?.get(index) ?? [], nesting, options, parent);
}

/** The to-dos of a group: those that stand right in it, and by note and parent those that are nested in others of it. */
interface Nesting {
  readonly key: string;
  readonly top: readonly TodoPlace[];
  readonly below: ReadonlyMap<NoteEntry, ReadonlyMap<number, readonly TodoPlace[]>>;
}

/** Every row that opens asks for it: found out once for each group. */
const nestings = new WeakMap<TodoGroup, Nesting>();

function nestingOf(snapshot: Snapshot, options: TodosOptions, key: string): Nesting | undefined {
  const group = todoGroups(snapshot, options).find((each) => each.key === key);
  const known = group && nestings.get(group);
  if (group === undefined || known !== undefined) {
    return known;
  }
  const members = membersOf(group);
  const top: TodoPlace[] = [];
  const below = new Map<NoteEntry, Map<number, TodoPlace[]>>();
  for (const place of group.todos) {
    const parent = place.entry.note.todos[place.index]!.parent;
    if (members.get(place.entry)?.has(parent) === true) {
      const inNote = below.get(place.entry) ?? new Map<number, TodoPlace[]>();
      below.set(place.entry, inNote);
      inNote.set(parent, [...(inNote.get(parent) ?? []), place]);
    } else {
      top.push(place);
    }
  }
  const nesting = { key, top, below };
  nestings.set(group, nesting);
  return nesting;
}

function rowsOf(
  places: readonly TodoPlace[],
  { key, below }: Nesting,
  options: TodosOptions,
  parent: string,
): readonly TreeRow[] {
  return places.map(({ entry, index }) => {
    const place = options.groupBy === 'talk' ? undefined : noteTitle(entry.note, basename(entry.path));
    return todoRow(entry, index, parent, below.get(entry)?.has(index) === true, {
      today: options.today,
      group: [options.groupBy, key],
      ...(place === undefined ? {} : { place }),
    });
  });
}

function groupRow({ key, label, place, open, todos }: TodoGroup, { groupBy }: TodosOptions, areFew: boolean): TreeRow {
  const heading = place === undefined ? undefined : place.entry.note.headings[place.heading];
  const id: RowId = { type: 'group', by: groupBy, key };
  const about = place === undefined || place.title === label ? '' : ` · ${place.title}`;
  return {
    id: writeRowId(id),
    label,
    description: `${countText(open)}${about}`,
    icon: icons[groupBy],
    kind: 'group',
    hasChildren: true,
    expanded: areFew && todos.length <= FEW,
    ...(place === undefined ? {} : { path: place.entry.path, span: heading?.titleSpan ?? { start: 0, end: 0 } }),
  };
}

function membersOf({ todos }: TodoGroup): ReadonlyMap<NoteEntry, ReadonlySet<number>> {
  const members = new Map<NoteEntry, Set<number>>();
  for (const { entry, index } of todos) {
    members.set(entry, (members.get(entry) ?? new Set()).add(index));
  }
  return members;
}
