/** White space as a reader sees it. */

/** White space that is not one single space between two words. */
const unfolded = /^\s|\s$|\s\s|[^\S ]/u;
const SPACE = 32;
const LAST_ASCII = 126;

/** `text` without white space around it, and one space for each run of it inside. */
export function foldSpace(text: string): string {
  return isFolded(text) ? text : text.trim().replace(/\s+/gu, ' ');
}

/** Looks at plain characters one by one, which is faster than asking for all white space that there is. */
function isFolded(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > LAST_ASCII) {
      return !unfolded.test(text);
    }
    if (code === SPACE && before === SPACE) {
      return false;
    }
    before = code;
  }
  return before !== SPACE || text === '';
}
