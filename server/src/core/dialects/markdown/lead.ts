/** The short lines below a title, in its first paragraphs, where people write who spoke. */
import { LONGEST_LEAD, MOST_LEAD_LINES } from '../leadLimits.ts';
import { partOf, type TextRun } from '../textRun.ts';

/**
 * Puts the lines of a paragraph into `lead`. Answers whether the next one may belong to it as well: not behind a long one,
 * which is prose, nor once there are enough lines.
 */
export function addLead(lead: string[], run: TextRun, plain: (run: TextRun) => string): boolean {
  if (run.to - run.from > MOST_LEAD_LINES * LONGEST_LEAD || hasLongLine(run)) {
    return false;
  }
  const texts: string[] = [];
  for (let from = run.from; from < run.to; ) {
    const to = lineEnd(run.text, from, run.to);
    // A backslash at the end breaks the line.
    const isBroken = run.text.charCodeAt(to - 1) === 92;
    const text = plain(partOf(run, from, isBroken ? to - 1 : to));
    if (text !== '') {
      texts.push(text);
    }
    from = to + 1;
  }
  if (lead.length + texts.length > MOST_LEAD_LINES) {
    return false;
  }
  lead.push(...texts);
  return true;
}

function hasLongLine({ text, from, to }: TextRun): boolean {
  for (let start = from; start < to; ) {
    const end = lineEnd(text, start, to);
    if (end - start > LONGEST_LEAD) {
      return true;
    }
    start = end + 1;
  }
  return false;
}

function lineEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) {
    at++;
  }
  return at;
}
