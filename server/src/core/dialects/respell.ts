/** Puts a new name where an old one is written, in the way in which that was written. */

/**
 * What to write in place of `written`, which stands for the name `from`, once that is called `to`: lower case where only
 * the definition has capitals, and line breaks where they were, as far as there are as many words.
 */
export function respell(written: string, from: string, to: string): string {
  if (written === from) {
    return to;
  }
  const folded = written.replace(/\s+/g, ' ');
  const isLower = folded !== from && folded === from.toLowerCase();
  const cased = isLower ? to.toLowerCase() : to;
  const gaps = written.match(/\s+/g) ?? [];
  let gap = 0;
  return gaps.some((each) => each !== ' ') ? cased.replace(/ /g, () => gaps[gap++] ?? ' ') : cased;
}
