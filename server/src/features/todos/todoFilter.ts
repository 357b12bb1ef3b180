/**
 * What the filter of the To-Dos view says, as one line of text: words, `@person`, `#tag`, `due:overdue`, `is:open`,
 * `priority:high`, `in:talk`. All of it has to fit; quotes keep several words together.
 */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Day } from '../../core/model/day.ts';
import { isUndone, priorityOf, type Todo, type TodoState } from '../../core/model/todo.ts';
import { basename } from '../../core/text/path.ts';
import { noteTitle, sectionChain } from '../sections.ts';
import { type DueTime, dueTime, dueTimes } from './dueTime.ts';

/** One part of a filter. */
type Condition = (todo: Todo, entry: NoteEntry, today: Day) => boolean;

export interface TodoFilter {
  /** As written. */
  readonly query: string;
  /** Asks for to-dos that are done, which are hidden otherwise. */
  readonly wantsDone: boolean;
  fits(todo: Todo, entry: NoteEntry, today: Day): boolean;
}

const PART = /(?:(\w+):|([@#]))?(?:"([^"]*)"|(\S+))/g;

const STATES: Readonly<Record<string, TodoState>> = {
  open: 'open',
  progress: 'in-progress',
  'in-progress': 'in-progress',
  begun: 'in-progress',
  done: 'done',
  cancelled: 'cancelled',
};

const DUE: Readonly<Record<string, DueTime>> = {
  ...Object.fromEntries(dueTimes.map((time) => [time, time])),
  'no-date': 'none',
};

/** The filter that `query` writes; `undefined` for an empty one. A part that says nothing known is a word to look for. */
export function readTodoFilter(query: string): TodoFilter | undefined {
  const conditions: Condition[] = [];
  let wantsDone = false;
  for (const [all, key, sign, quoted, bare] of query.matchAll(PART)) {
    const value = (quoted ?? bare ?? '').toLowerCase();
    const condition = conditionOf(key ?? sign, value) ?? hasWord(quoted ?? all);
    wantsDone ||= key === 'is' && (STATES[value] === 'done' || STATES[value] === 'cancelled');
    conditions.push(condition);
  }
  return conditions.length === 0
    ? undefined
    : { query, wantsDone, fits: (todo, entry, today) => conditions.every((fits) => fits(todo, entry, today)) };
}

function conditionOf(key: string | undefined, value: string): Condition | undefined {
  switch (key) {
    case '@':
      return ({ metadata }) => metadata?.people.some((name) => startsWith(name, value)) === true;
    case '#':
      return ({ metadata }) => metadata?.tags.some((name) => startsWith(name, value)) === true;
    case 'is':
      return stateCondition(value);
    case 'due':
      return DUE[value] === undefined ? undefined : (todo, _, today) => dueTime(todo, today) === DUE[value];
    case 'priority':
      return ['high', 'medium', 'low'].includes(value) ? (todo) => priorityOf(todo) === value : undefined;
    case 'in':
      return (todo, entry) => placeOf(todo, entry).includes(value);
    default:
      return undefined;
  }
}

function stateCondition(value: string): Condition | undefined {
  if (value === 'overdue' || value === 'today') {
    return (todo, _, today) => dueTime(todo, today) === value;
  }
  if (value === 'open') {
    return isUndone;
  }
  const state = STATES[value];
  return state === undefined ? undefined : (todo) => todo.state === state;
}

function hasWord(word: string): Condition {
  const folded = word.toLowerCase();
  return ({ text }) => text.toLowerCase().includes(folded);
}

function startsWith(name: string, value: string): boolean {
  return name.toLowerCase().startsWith(value);
}

/** Titles of the note and the sections around the to-do. */
function placeOf({ heading }: Todo, { note, path }: NoteEntry): string {
  const titles = sectionChain(note, heading).map((index) => note.headings[index]!.title);
  return [noteTitle(note, basename(path)), ...titles].join('\n').toLowerCase();
}
