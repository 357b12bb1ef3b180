/** White space as a reader sees it. */

/** White space that is not one single space between two words. */
const unfolded = /^\s|\s$|\s\s|[^\S ]/u;

/** `text` without white space around it, and one space for each run of it inside. */
export function foldSpace(text: string): string {
  return unfolded.test(text) ? text.trim().replace(/\s+/gu, ' ') : text;
}
