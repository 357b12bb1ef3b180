/** How often a to-do comes back: `every 2 weeks`, `every monday`, `rec:1m`. */
import { addDays, addMonths, type Day, weekday } from './day.ts';

export interface Recurrence {
  readonly unit: 'day' | 'weekday' | 'week' | 'month' | 'year';
  readonly count: number;
  /** 1 for Monday to 7 for Sunday: the day of the week that it falls on. */
  readonly on?: number;
  /** Counted from the day it was done, not from the day it was due. */
  readonly whenDone: boolean;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORT: Readonly<Record<string, string>> = {
  daily: '1 day',
  weekly: '1 week',
  monthly: '1 month',
  yearly: '1 year',
};
const LETTERS: Readonly<Record<string, Recurrence['unit']>> = {
  d: 'day',
  b: 'weekday',
  w: 'week',
  m: 'month',
  y: 'year',
};

const INTERVAL = /^(?:(\d{1,3})|(other))? ?(day|weekday|week|month|year)s?(?: on (\w+))?$/;
const LETTER = /^(\+?)(\d{1,3})([dbwmy])$/;
/** No day that comes round is farther away. */
const MOST_STEPS = 20_000;

/** What `text` says, with or without `every` before it: `every 2 weeks when done`; `undefined` where it says nothing. */
export function readRecurrence(text: string): Recurrence | undefined {
  const folded = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const whenDone = folded.endsWith(' when done');
  const rule = folded.replace(/ when done$/, '').replace(/^every /, '');
  const letter = LETTER.exec(rule);
  if (letter !== null) {
    return checked({ unit: LETTERS[letter[3]!]!, count: Number(letter[2]), whenDone: whenDone || letter[1] === '' });
  }
  const named = weekdayNamed(rule);
  if (named !== undefined) {
    return { unit: 'week', count: 1, on: named, whenDone };
  }
  const match = INTERVAL.exec(SHORT[rule] ?? rule);
  if (match === null) {
    return undefined;
  }
  const on = match[4] === undefined ? undefined : weekdayNamed(match[4]);
  const count = match[2] === undefined ? Number(match[1] ?? 1) : 2;
  if (match[4] !== undefined && (on === undefined || match[3] !== 'week')) {
    return undefined;
  }
  return checked({
    unit: match[3] as Recurrence['unit'],
    count,
    ...(on === undefined ? {} : { on }),
    whenDone,
  });
}

/** The first day after both `from`, where it was last due, and `today` on which it is due again. */
export function nextDay(recurrence: Recurrence, from: Day, today: Day): Day {
  if (recurrence.whenDone) {
    return step(recurrence, today, 1);
  }
  for (let times = 1; times < MOST_STEPS; times++) {
    const day = step(recurrence, from, times);
    if (day > today) {
      return day;
    }
  }
  return step(recurrence, today, 1);
}

/** Counted from the first day each time, so that the 31st is not lost in a short month. */
function step({ unit, count, on }: Recurrence, from: Day, times: number): Day {
  switch (unit) {
    case 'day':
      return addDays(from, count * times);
    case 'weekday':
      return addWeekdays(from, count * times);
    case 'week':
      return on === undefined ? addDays(from, 7 * count * times) : onWeekday(from, on, count, times);
    case 'month':
      return addMonths(from, count * times);
    case 'year':
      return addMonths(from, 12 * count * times);
  }
}

function onWeekday(from: Day, on: number, count: number, times: number): Day {
  const ahead = (on - weekday(from) + 7) % 7 || 7;
  return addDays(from, ahead + 7 * (count * times - 1));
}

function addWeekdays(from: Day, count: number): Day {
  const at = weekday(from);
  // A weekend counts as the Friday before it.
  const friday = at > 5 ? addDays(from, 5 - at) : from;
  const reached = Math.min(at, 5) - 1 + count;
  return addDays(friday, 7 * Math.floor(reached / 5) + (reached % 5) - (Math.min(at, 5) - 1));
}

function weekdayNamed(name: string): number | undefined {
  const at = WEEKDAYS.findIndex(
    (day) => day === name || (name.length >= 3 && name.length <= 4 && day.startsWith(name)),
  );
  return at < 0 ? undefined : at + 1;
}

function checked(recurrence: Recurrence): Recurrence | undefined {
  return recurrence.count > 0 ? recurrence : undefined;
}
