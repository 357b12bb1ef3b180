/** The short lines right below a title, where people write who spoke. */
import { ownString } from '../../text/ownString.ts';
import type { Lines } from './lines.ts';

const MOST_LINES = 3;
const LONGEST = 80;

/** Puts lines `from` to `to` into `lead` where they are few and short; bars of a line block are left out. */
export function addLead(lead: string[] | undefined, lines: Lines, from: number, to: number): void {
  if (lead === undefined || to - from > MOST_LINES) {
    return;
  }
  for (let line = from; line < to; line++) {
    const text = lines.text.slice(lines.first[line]!, lines.end[line]!);
    if (text.length > LONGEST) {
      lead.length = 0;
      return;
    }
    lead.push(ownString(text));
  }
}
