/**
 * Days of the calendar as text, `2026-12-01`, which sorts and compares as it is. Nothing here knows what day it is:
 * whoever needs today is told.
 */

/** A day as ISO 8601 writes it: `2026-12-01`. */
export type Day = string;

const WRITTEN = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

/** The day that `text` writes, `2026-12-01` or `2026/12/1`; `undefined` where the calendar has none such. */
export function readDay(text: string): Day | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) {
    return undefined;
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) ? write(year, month, day) : undefined;
}

/** `day` and `count` days, which may be negative. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(dayNumber(day) + count);
}

/** `day` and `count` months; the last of the month where that month is shorter. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = parts(day);
  const months = year * 12 + (month - 1) + count;
  const at = { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
  return write(at.year, at.month, Math.min(date, daysIn(at.year, at.month)));
}

/** Days from `from` to `to`; negative where `to` is the earlier one. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

function parts(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

function write(year: number, month: number, date: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01, counted in years that start in March, so that a leap day ends its year. */
function dayNumber(day: Day): number {
  const { year, month, date } = parts(day);
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
