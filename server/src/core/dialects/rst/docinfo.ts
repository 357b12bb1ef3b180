/** What fields right below a note's first title, or above it, say of the note: event, date, speakers and tags. */
import type { NoteMeta } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import { listed } from '../listed.ts';

const FIELD = /^:(event|conference|date|speakers?|presenters?|tags|keywords):\s+(\S[\s\S]*)$/i;
const LONGEST = 500;

/** `meta` with what `field`, a whole field as written, adds to it; the same where that is nothing. */
export function withField(meta: NoteMeta | undefined, field: string): NoteMeta | undefined {
  const match = FIELD.exec(field.slice(0, LONGEST));
  if (match === null) {
    return meta;
  }
  const known = meta ?? { speakers: [], tags: [], aliases: [] };
  const value = ownString(foldSpace(match[2]!));
  switch (match[1]!.toLowerCase()) {
    case 'event':
    case 'conference':
      return { ...known, event: value };
    case 'date':
      return { ...known, date: value };
    case 'tags':
    case 'keywords':
      return { ...known, tags: [...known.tags, ...listed(value)] };
    default:
      return { ...known, speakers: [...known.speakers, ...listed(value)] };
  }
}
