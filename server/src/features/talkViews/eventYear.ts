/** When an event was: people write the year somewhere, and the day hardly ever. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { basename, dirname } from '../../core/text/path.ts';
import type { TalkEvent } from '../talks.ts';

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** The year, by what the note says of itself, its title, its file's name or its folders' names, in this order. */
export function eventYear({ path, note }: NoteEntry, event: TalkEvent): number | undefined {
  const folder = dirname(path);
  const texts = [
    event.date ?? note.meta?.date ?? '',
    event.title,
    note.headings[0]?.title ?? '',
    basename(path),
    basename(folder),
    basename(dirname(folder)),
  ];
  for (const text of texts) {
    const year = YEAR.exec(text);
    if (year !== null) {
      return Number(year[0]);
    }
  }
  return undefined;
}
