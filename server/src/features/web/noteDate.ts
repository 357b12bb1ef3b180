/** When a note was written, as far as it says so itself. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { workspaceRoot } from '../../core/index/workspaceRoot.ts';
import type { NotePath } from '../../core/text/path.ts';

/**
 * The day as `YYYYMMDD`: from its front matter, its title, its file's name, or a folder's, whichever says it first. A
 * month or a year stands for its middle. `undefined` where none of them says anything.
 */
export function noteDate({ note, path }: NoteEntry, roots: readonly NotePath[]): string | undefined {
  const root = workspaceRoot(roots, path) ?? '';
  const names = path.slice(root.length).split('/').reverse();
  for (const text of [note.meta?.date, note.headings[0]?.title, ...names]) {
    const date = text === undefined ? undefined : dateIn(text);
    if (date !== undefined) {
      return date;
    }
  }
  return undefined;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateIn(text: string): string | undefined {
  const year = '((?:19[89]|20[0-4])\\d)';
  const whole = new RegExp(`(?<!\\d)${year}([-/._]?)(0[1-9]|1[0-2])(?:\\2(0[1-9]|[12]\\d|3[01]))?(?!\\d)`).exec(text);
  if (whole !== null) {
    return `${whole[1]}${whole[3]}${whole[4] ?? '15'}`;
  }
  const alone = new RegExp(`(?<!\\d)${year}(?!\\d)`).exec(text)?.[1];
  const name = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.exec(text)?.[1];
  if (alone === undefined || name === undefined) {
    return alone && `${alone}0701`;
  }
  return `${alone}${String(months.indexOf(name.toLowerCase()) + 1).padStart(2, '0')}15`;
}
