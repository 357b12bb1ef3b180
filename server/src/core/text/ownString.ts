/** Strings that keep no other string alive. */

/** Shorter parts of a string are copied by the engine anyway. */
const SHARED_FROM = 13;

/**
 * The same string in memory of its own. JavaScript engines let a part of a string point into the whole: a note's few
 * names would keep all of its text.
 */
export function ownString(text: string): string {
  if (text.length < SHARED_FROM) {
    return text;
  }
  const middle = text.length >> 1;
  return [text.slice(0, middle), text.slice(middle)].join('');
}
