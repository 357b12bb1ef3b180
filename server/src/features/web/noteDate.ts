/** When a note was written, as far as it says so itself. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { workspaceRoot } from '../../core/index/workspaceRoot.ts';
import { readDay } from '../../core/model/day.ts';
import type { NotePath } from '../../core/text/path.ts';

/**
 * The day as `YYYYMMDD`: from its front matter or fields, its title, its file's name, or its folders', whichever says it
 * first. A month or a year stands for its middle. `undefined` where none of them says anything.
 */
export function noteDate({ note, path }: NoteEntry, roots: readonly NotePath[]): string | undefined {
  const root = workspaceRoot(roots, path) ?? '';
  const names = path.slice(root.length).split('/').filter(Boolean);
  // What says it nearest to the note: `2009/2011/05/06-talks.rst` is of 2011.
  const paths = names.map((_, index) => names.slice(names.length - 1 - index).join('/'));
  for (const text of [note.meta?.date, note.headings[0]?.title, ...paths]) {
    const date = text === undefined ? undefined : dateIn(text);
    if (date !== undefined) {
      return date;
    }
  }
  return undefined;
}

/** The first date in `text`, else its first year. */
function dateIn(text: string): string | undefined {
  for (const { pattern, order } of forms) {
    const match = pattern.exec(text);
    if (match !== null) {
      const part = (name: Part): string => match[1 + order.indexOf(name)] ?? '';
      return day(part('year'), monthNumber(part('month')), order.includes('day') ? part('day') : '');
    }
  }
  const year = new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(text)?.[1];
  return year && `${year}0701`;
}

type Part = 'year' | 'month' | 'day';

const YEAR = '((?:19[89]|20[0-4])\\d)';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${[
  ...['jan(?:uary?)?', 'feb(?:ruary?)?', 'mar(?:ch)?', 'märz?', 'apr(?:il)?', 'ma[yi]', 'jun[ei]?', 'jul[yi]?'],
  ...['aug(?:ust)?', 'sept?(?:ember)?', 'o[ck]t(?:ober)?', 'nov(?:ember)?', 'de[cz](?:ember)?'],
].join('|')})(?!\\p{L})\\.?`;
/** The first of several days: `13-15`. */
const DAY = '(?<!\\d)([0-3]?\\d)(?:st|nd|rd|th|\\.)?(?:\\s?[-–]\\s?[0-3]?\\d\\.?)?';

/** From the clearest to the vaguest. */
const forms: readonly { readonly pattern: RegExp; readonly order: readonly Part[] }[] = [
  {
    pattern: new RegExp(`(?<!\\d)${YEAR}([-/._]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?!\\d)`),
    order: ['year', 'year', 'month', 'day'],
  },
  { pattern: new RegExp(`(?<!\\d)${YEAR}-(\\d\\d?)-(\\d\\d?)(?!\\d)`), order: ['year', 'month', 'day'] },
  { pattern: new RegExp(`(?<!\\d)([0-3]?\\d)\\.(\\d\\d?)\\.${YEAR}(?!\\d)`), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(`${DAY}\\s(?:of\\s)?${MONTH},?\\s${YEAR}(?!\\d)`, 'iu'), order: ['day', 'month', 'year'] },
  { pattern: new RegExp(`(?<!\\p{L})${MONTH}\\s${DAY},?\\s${YEAR}(?!\\d)`, 'iu'), order: ['month', 'day', 'year'] },
  { pattern: new RegExp(`(?<!\\d)${YEAR}[-/._]?(0[1-9]|1[0-2])(?!\\d)`), order: ['year', 'month'] },
  { pattern: new RegExp(`(?<!\\p{L})${MONTH},?\\s${YEAR}(?!\\d)`, 'iu'), order: ['month', 'year'] },
];

function monthNumber(written: string): number {
  const name = written.toLowerCase().slice(0, 3).replace('ä', 'a').replace('k', 'c').replace('z', 'c');
  const known = monthNames.indexOf(name === 'mai' ? 'may' : name);
  return known < 0 ? Number(written) : known + 1;
}

/** A day that the month does not have stands for its middle, as none does; a month that the year does not have, too. */
function day(year: string, month: number, written: string): string {
  if (!(month >= 1 && month <= 12)) {
    return `${year}0701`;
  }
  const whole = readDay(`${year}-${month}-${written}`) ?? readDay(`${year}-${month}-15`);
  return whole?.replaceAll('-', '') ?? '';
}
