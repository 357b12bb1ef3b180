/** What fields right below a note's first title, or above it, say of the note: event, date, speakers and tags. */
import type { NoteMeta } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import { listed } from '../listed.ts';

const FIELD = /^:(event|conference|date|speakers?|presenters?|tags|keywords):\s+(\S[\s\S]*)$/i;
const LONGEST = 500;

/** What fields have told so far. Its lists grow: a copy for each field would take more than linear time. */
export interface Docinfo extends NoteMeta {
  readonly speakers: string[];
  readonly tags: string[];
}

/** `meta` with what `field`, a whole field as written, adds to it; the same where that is nothing. */
export function withField(meta: Docinfo | undefined, field: string): Docinfo | undefined {
  const match = FIELD.exec(field.slice(0, LONGEST));
  if (match === null) {
    return meta;
  }
  const known: Docinfo = meta ?? { speakers: [], tags: [], aliases: [] };
  const value = ownString(foldSpace(match[2]!));
  switch (match[1]!.toLowerCase()) {
    case 'event':
    case 'conference':
      return { ...known, event: value };
    case 'date':
      return { ...known, date: value };
    case 'tags':
    case 'keywords':
      known.tags.push(...listed(value));
      return known;
    default:
      known.speakers.push(...listed(value));
      return known;
  }
}
