/** To-dos of all notes in groups: by talk, due date, person, tag or state. */

import type { NoteEntry, NoteIndex } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { isUndone, type Todo } from '../../core/model/todo.ts';
import { basename } from '../../core/text/path.ts';
import { say, sayable } from '../../core/text/say.ts';
import { sortedByText } from '../compareText.ts';
import { noteTitle, sectionChain, sectionPath } from '../sections.ts';
import { type DueTime, dueTime, dueTimes } from './dueTime.ts';
import { compareTodos } from './todoOrder.ts';
import { isWanted, type TodosOptions } from './todosOptions.ts';

/** One to-do, as its note and its index there. */
export interface TodoPlace {
  readonly entry: NoteEntry;
  readonly index: number;
}

export interface TodoGroup {
  /** Names the group among those of its kind: `overdue`, `ada`. */
  readonly key: string;
  readonly label: string;
  /** Where the group is a talk: the note that it stands in. */
  readonly place?: TodoPlaceTitle;
  readonly todos: readonly TodoPlace[];
  readonly open: number;
}

interface TodoPlaceTitle {
  readonly title: string;
  readonly entry: NoteEntry;
  /** The talk's title, as an index in `Note.headings`; -1 for the note itself. */
  readonly heading: number;
}

interface Membership {
  readonly key: string;
  readonly label: string;
  /** Groups are listed by this, then by label. */
  readonly rank: number;
  readonly place?: TodoPlaceTitle;
}

type WritableGroup = { -readonly [key in keyof TodoGroup]: TodoGroup[key] } & { todos: TodoPlace[]; rank: number };

/** A view asks for the groups, and then for what is in each. */
const cache = new WeakMap<NoteIndex, { readonly options: string; readonly groups: readonly TodoGroup[] }>();

/** The groups that have anything in them, in order. */
export function todoGroups(snapshot: Snapshot, options: TodosOptions): readonly TodoGroup[] {
  const { groupBy, sortBy, showDone, today, filter } = options;
  const asked = JSON.stringify([groupBy, sortBy, showDone, today, filter?.query]);
  const known = cache.get(snapshot.notes);
  if (known?.options === asked) {
    return known.groups;
  }
  const groups = collect(snapshot, options);
  cache.set(snapshot.notes, { options: asked, groups });
  return groups;
}

function collect({ notes }: Snapshot, options: TodosOptions): readonly TodoGroup[] {
  const groups = new Map<string, WritableGroup>();
  // In the order of their paths, which sorting keeps where it has nothing to say.
  const entries = [...notes.entries()].filter(({ note }) => note.todos.length > 0);
  for (const entry of sortedByText(
    entries,
    ({ path }) => path,
    ({ path }) => path,
  )) {
    entry.note.todos.forEach((todo, index) => {
      if (isWanted(todo, entry, options)) {
        for (const { key, ...rest } of membershipsOf(todo, entry, options)) {
          const group = groups.get(key) ?? { key, ...rest, todos: [], open: 0 };
          group.todos.push({ entry, index });
          group.open += Number(isUndone(todo));
          groups.set(key, group);
        }
      }
    });
  }
  const compare = compareTodos(options.sortBy);
  for (const { todos } of groups.values()) {
    todos.sort((a, b) => compare(todoAt(a), todoAt(b)));
  }
  const sorted = sortedByText(
    [...groups.values()],
    ({ label }) => label,
    ({ key }) => key,
  );
  return [...sorted].sort((a, b) => a.rank - b.rank);
}

function membershipsOf(todo: Todo, entry: NoteEntry, { groupBy, today }: TodosOptions): readonly Membership[] {
  switch (groupBy) {
    case 'note':
      return [];
    case 'talk':
      return [talkOf(todo, entry)];
    case 'due': {
      if (!isUndone(todo)) {
        return [{ key: 'done', label: say('Done'), rank: dueTimes.length }];
      }
      const time = dueTime(todo, today);
      return [{ key: time, label: say(DUE_LABELS[time]), rank: dueTimes.indexOf(time) }];
    }
    case 'person':
      return named(todo.metadata?.people, '@', say('Nobody in particular'));
    case 'tag':
      return named(todo.metadata?.tags, '#', say('No tag'));
    case 'state':
      return [{ key: todo.state, rank: STATES[todo.state].rank, label: say(STATES[todo.state].label) }];
  }
}

const DUE_LABELS: Readonly<Record<DueTime, string>> = sayable({
  overdue: 'Overdue',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  none: 'No date',
});

const STATES: Readonly<Record<Todo['state'], { readonly label: string; readonly rank: number }>> = sayable({
  'in-progress': { label: 'In progress', rank: 0 },
  open: { label: 'Open', rank: 1 },
  done: { label: 'Done', rank: 2 },
  cancelled: { label: 'Cancelled', rank: 3 },
});

/** Names that differ in case only are one. */
function named(names: readonly string[] | undefined, sign: string, without: string): readonly Membership[] {
  return names === undefined || names.length === 0
    ? [{ key: '', label: without, rank: 1 }]
    : names.map((name) => ({ key: name.toLowerCase(), label: sign + name, rank: 0 }));
}

/** The outermost section around the to-do below the note's own title; the note, where that is a To Do section. */
function talkOf({ heading, inTodoSection }: Todo, entry: NoteEntry): Membership {
  const { note, path } = entry;
  const title = noteTitle(note, basename(path));
  const talk = sectionChain(note, heading).find((index) => index > 0 && !(inTodoSection && index === heading)) ?? -1;
  return {
    key: JSON.stringify([path, ...(talk < 0 ? [] : sectionPath(note, talk))]),
    label: talk < 0 ? title : note.headings[talk]!.title,
    rank: 0,
    place: { title, entry, heading: talk },
  };
}

function todoAt({ entry, index }: TodoPlace): Todo {
  return entry.note.todos[index]!;
}
