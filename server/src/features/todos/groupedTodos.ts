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

const icons = { note: 'note', talk: 'bookmark', due: 'calendar', person: 'person', tag: 'tag', state: 'checklist' };

/** The rows of the groups. */
export function groupRows(snapshot: Snapshot, options: TodosOptions): readonly TreeRow[] {
  return todoGroups(snapshot, options).map((group) => groupRow(group, options));
}

/** What stands right in a group. */
export function rowsInGroup(snapshot: Snapshot, options: TodosOptions, key: string, parent: string) {
  const group = groupOf(snapshot, options, key);
  return group === undefined ? [] : rowsBelow(group, options, parent, (place, members) => !isNested(place, members));
}

/** What is nested in to-do number `index` of `entry`, as far as it is in the same group. */
export function rowsInGroupedTodo(
  snapshot: Snapshot,
  options: TodosOptions,
  key: string,
  { entry, index }: TodoPlace,
  parent: string,
): readonly TreeRow[] {
  const group = groupOf(snapshot, options, key);
  return group === undefined
    ? []
    : rowsBelow(group, options, parent, (place) => place.entry.path === entry.path && parentOf(place) === index);
}

type Members = ReadonlyMap<NoteEntry, ReadonlySet<number>>;

function rowsBelow(
  group: TodoGroup,
  options: TodosOptions,
  parent: string,
  fits: (place: TodoPlace, members: Members) => boolean,
): readonly TreeRow[] {
  const members = membersOf(group);
  const parents = new Map<NoteEntry, Set<number>>();
  for (const place of group.todos) {
    if (isNested(place, members)) {
      parents.set(place.entry, (parents.get(place.entry) ?? new Set()).add(parentOf(place)));
    }
  }
  return group.todos
    .filter((place) => fits(place, members))
    .map(({ entry, index }) => {
      const hasChildren = parents.get(entry)?.has(index) === true;
      const place = options.groupBy === 'talk' ? undefined : noteTitle(entry.note, basename(entry.path));
      return todoRow(entry, index, parent, hasChildren, {
        today: options.today,
        group: [options.groupBy, group.key],
        ...(place === undefined ? {} : { place }),
      });
    });
}

function groupRow({ key, label, place, open, todos }: TodoGroup, { groupBy }: TodosOptions): TreeRow {
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
    expanded: todos.length <= FEW,
    ...(place === undefined ? {} : { path: place.entry.path, span: heading?.titleSpan ?? { start: 0, end: 0 } }),
  };
}

function groupOf(snapshot: Snapshot, options: TodosOptions, key: string): TodoGroup | undefined {
  return todoGroups(snapshot, options).find((group) => group.key === key);
}

function membersOf({ todos }: TodoGroup): Members {
  const members = new Map<NoteEntry, Set<number>>();
  for (const { entry, index } of todos) {
    members.set(entry, (members.get(entry) ?? new Set()).add(index));
  }
  return members;
}

function parentOf({ entry, index }: TodoPlace): number {
  return entry.note.todos[index]!.parent;
}

function isNested(place: TodoPlace, members: Members): boolean {
  return members.get(place.entry)?.has(parentOf(place)) === true;
}
