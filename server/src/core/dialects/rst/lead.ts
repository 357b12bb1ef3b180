/** The short lines below a title, in its first text blocks, where people write who spoke. */
import { LONGEST_LEAD, MOST_LEAD_LINES } from '../leadLimits.ts';
import type { Lines } from './lines.ts';

/**
 * Puts lines `from` to `to`, a paragraph or a line block, into `lead`. Answers whether the next block may belong to it as
 * well: not behind a long block, which is prose, nor once there are enough lines.
 */
export function addLead(lead: string[], lines: Lines, from: number, to: number): boolean {
  if (lead.length + to - from > MOST_LEAD_LINES) {
    return false;
  }
  const before = lead.length;
  for (let line = from; line < to; line++) {
    const text = lines.text.slice(lines.first[line]!, lines.end[line]!);
    if (text.length > LONGEST_LEAD) {
      lead.length = before;
      return false;
    }
    if (text !== '') {
      lead.push(text);
    }
  }
  return true;
}
