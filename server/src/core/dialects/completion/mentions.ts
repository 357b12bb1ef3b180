/** Speakers behind `@`, and tags behind `#`, which people write in every format. */
import type { CompletionPlace } from '../../model/completion.ts';
import { type CursorLine, placeAt } from './cursorLine.ts';

const SPEAKER = /(?:^|[\s(,&/])@([\w.-]*)$/;

/** At the start of a line it may become a title or an enumerator. */
const TAG = /\S.*[\s(]#([\p{L}\p{N}_/-]*)$/u;

export function mentionAt(line: CursorLine): CompletionPlace | undefined {
  const speaker = SPEAKER.exec(line.before);
  if (speaker !== null) {
    return placeAt(line, { type: 'speaker' }, speaker[1]!);
  }
  const tag = TAG.exec(line.before);
  return tag === null ? undefined : placeAt(line, { type: 'tag' }, tag[1]!);
}
