/** How the fields of a to-do are written: the forms, and what they mean. */
import { readDay } from '../model/day.ts';
import { readRecurrence } from '../model/recurrence.ts';
import type { TodoField, TodoFieldKind, TodoFieldStyle, TodoPriority } from '../model/todo.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { ownString } from '../text/ownString.ts';

const DATE = '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}';

const NAMES: Readonly<Record<string, TodoFieldKind>> = {
  due: 'due',
  done: 'done',
  completed: 'done',
  start: 'start',
  started: 'start',
  t: 'start',
  scheduled: 'scheduled',
  created: 'created',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  priority: 'priority',
  prio: 'priority',
  pri: 'priority',
  every: 'recurrence',
  repeat: 'recurrence',
  rec: 'recurrence',
};

const EMOJI: Readonly<Record<string, TodoFieldKind>> = {
  '📅': 'due',
  '📆': 'due',
  '🗓': 'due',
  '✅': 'done',
  '🛫': 'start',
  '⏳': 'scheduled',
  '⌛': 'scheduled',
  '➕': 'created',
  '❌': 'cancelled',
  '🔁': 'recurrence',
};

const PRIORITIES: Readonly<Record<string, TodoPriority>> = {
  '🔺': 'high',
  '⏫': 'high',
  '🔼': 'medium',
  '🔽': 'low',
  '⏬': 'low',
  '!!!': 'high',
  '!!': 'medium',
  '!': 'low',
  a: 'high',
  b: 'medium',
  c: 'low',
  high: 'high',
  highest: 'high',
  medium: 'medium',
  normal: 'medium',
  low: 'low',
  lowest: 'low',
  1: 'high',
  2: 'medium',
  3: 'low',
};

const UNITS =
  '(?:days?|weekdays?|weeks?|months?|years?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?)';
const EVERY = `every +(?:(?:other|\\d{1,3}) +)?${UNITS}(?: +on +[a-z]{3,9})?(?: +when +done)?(?![\\p{L}\\p{N}'’])`;

/** All forms, each at the start of a word. What stands in brackets is told apart by its group. */
export const TOKEN = new RegExp(
  `(?<![^\\s(])(?:${[
    `@(?<atName>${Object.keys(NAMES).join('|')})\\((?<atValue>[^()\\r\\n]{1,60})\\)`,
    `(?<colonName>due|done|completed|start|t|scheduled|created|cancelled|pri|rec): ?(?<colonValue>${DATE}|\\+?\\d{1,3}[dbwmy]|[A-Z])(?![\\p{L}\\p{N}-])`,
    `(?<emojiName>📅|📆|🗓|✅|🛫|⏳|⌛|➕|❌)\\ufe0f? *(?<emojiValue>${DATE})(?![\\p{L}\\p{N}-])`,
    `🔁\\ufe0f? *(?<emojiEvery>${EVERY})`,
    '(?<emojiPriority>🔺|⏫|🔼|🔽|⏬)\\ufe0f?(?!\\S)',
    '\\((?<letter>[A-Z])\\)(?!\\S)',
    '(?<bangs>!{1,3})(?!\\S)',
    `(?<every>${EVERY})`,
    '@(?<person>[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_])?)(?![\\p{L}\\p{N}_(@])',
    '#(?<tag>[\\p{L}\\p{N}_/-]*\\p{L}[\\p{L}\\p{N}_/-]*)',
  ].join('|')})`,
  'giu',
);

/** The field that the groups of a match of `TOKEN` make; `undefined` where they are none. */
export function fieldIn(groups: Readonly<Record<string, string | undefined>>): Omit<TodoField, 'span'> | undefined {
  const { atName, atValue, colonName, colonValue, emojiName, emojiValue } = groups;
  if (atName !== undefined) {
    return field(NAMES[atName.toLowerCase()]!, atValue!, 'at');
  }
  if (colonName !== undefined) {
    return field(NAMES[colonName.toLowerCase()]!, colonValue!, 'colon');
  }
  if (emojiName !== undefined) {
    return field(EMOJI[emojiName]!, emojiValue!, 'emoji');
  }
  if (groups.emojiEvery !== undefined) {
    return field('recurrence', groups.emojiEvery, 'emoji');
  }
  if (groups.emojiPriority !== undefined) {
    return field('priority', groups.emojiPriority, 'emoji');
  }
  const sign = groups.letter ?? groups.bangs;
  return sign === undefined ? field('recurrence', groups.every!, 'sign') : field('priority', sign, 'sign');
}

/** The field of that kind; `undefined` where its value says nothing: `@due(soon)`. */
function field(kind: TodoFieldKind, written: string, style: TodoFieldStyle): Omit<TodoField, 'span'> | undefined {
  const value = readValue(kind, written.trim());
  return value === undefined ? undefined : { kind, value, style };
}

function readValue(kind: TodoFieldKind, written: string): string | undefined {
  switch (kind) {
    case 'priority':
      return PRIORITIES[written.toLowerCase()] ?? (/^[d-z]$/i.test(written) ? 'low' : undefined);
    case 'recurrence':
      return readRecurrence(written) === undefined ? undefined : ownString(foldSpace(written.toLowerCase()));
    default:
      // A time of day may follow, which nothing here knows.
      return readDay(written.replace(/[ T]\d{1,2}:\d\d$/, ''));
  }
}
