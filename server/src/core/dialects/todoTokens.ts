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
const everyIn = (word: string): string =>
  `every +(?:(?:other|\\d{1,3}) +)?${UNITS}(?: +on +[a-z]{3,9})?(?: +when +done)?(?![${word}'’])`;

/** All forms, each at the start of a word, which is made of `word`s. What stands in brackets is told apart by its group. */
function tokenOf(word: string, letter: string, emoji: readonly string[], flags: string): RegExp {
  const forms = [
    `@(?<atName>${Object.keys(NAMES).join('|')})\\((?<atValue>[^()\\r\\n]{1,60})\\)`,
    `(?<colonName>due|done|completed|start|t|scheduled|created|cancelled|pri|rec): ?(?<colonValue>${DATE}|\\+?\\d{1,3}[dbwmy]|[A-Z])(?![${word}-])`,
    ...emoji,
    '\\((?<letter>[A-Z])\\)(?!\\S)',
    '(?<bangs>!{1,3})(?!\\S)',
    `(?<every>${everyIn(word)})`,
    `@(?<person>[${word}_](?:[${word}_.-]*[${word}_])?)(?![${word}_(@])`,
    `#(?<tag>[${word}_/-]*${letter}[${word}_/-]*)`,
  ];
  return new RegExp(`(?<![^\\s(])(?:${forms.join('|')})`, flags);
}

const WORD = '\\p{L}\\p{N}';
const TOKEN = tokenOf(
  WORD,
  '\\p{L}',
  [
    `(?<emojiName>📅|📆|🗓|✅|🛫|⏳|⌛|➕|❌)\\ufe0f? *(?<emojiValue>${DATE})(?![${WORD}-])`,
    `🔁\\ufe0f? *(?<emojiEvery>${everyIn(WORD)})`,
    '(?<emojiPriority>🔺|⏫|🔼|🔽|⏬)\\ufe0f?(?!\\S)',
  ],
  'giu',
);
/** The same in a text of ASCII. Engines need some milliseconds for all letters that there are, at the start of a program. */
const ASCII_TOKEN = tokenOf('a-z0-9', '[a-z]', [], 'gi');
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Everything in `written` that looks like a field, a person or a tag, in order. */
export function matchTokens(written: string): Iterable<RegExpMatchArray> {
  return written.matchAll(BEYOND_ASCII.test(written) ? TOKEN : ASCII_TOKEN);
}

/** The field that the groups of such a match make; `undefined` where they are none. */
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
