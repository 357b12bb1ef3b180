/** Names next to inline markup: references that are a name and an underscore, and roles before a backquote. */
import { allowsEnd, allowsStart, wordAt, wordBefore } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { simpleNameStart } from '../names.ts';

const COLON = 58;
const UNDERSCORE = 95;

/** Offset of the colon that opens the role before the backquote at `quote`, not before `base`; -1 where there is none. */
export function roleBefore(text: string, base: number, quote: number): number {
  if (text.charCodeAt(quote - 1) !== COLON || quote - 2 < base) {
    return -1;
  }
  const name = simpleNameStart(text, base, quote - 1);
  const open = name - 1;
  const isRole = name < quote - 1 && open >= base && text.charCodeAt(open) === COLON;
  return isRole && (open === base || allowsStart(text.charCodeAt(open - 1))) ? open : -1;
}

/**
 * Bounds of `name_` or `name__`, whose first underscore stands at `at` and whose name starts not before `base`;
 * `undefined` where there is no such reference.
 */
export function findSimpleReference(
  text: string,
  base: number,
  at: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  if (at === base || wordBefore(text, at) === 0) {
    return undefined;
  }
  const isDouble = at + 1 < to && text.charCodeAt(at + 1) === UNDERSCORE;
  const end = isDouble ? at + 2 : at + 1;
  if (end < to && !allowsEnd(text.charCodeAt(end))) {
    return undefined;
  }
  let start = simpleNameStart(text, base, at);
  while (start < at && !(start === base || allowsStart(text.charCodeAt(start - 1)))) {
    start = nextNameStart(text, start, at);
  }
  return start >= at || isEscaped(text, start, base) ? undefined : { start, end };
}

/** Where a later part of the name that starts at `start` could start: behind its next joiner. */
function nextNameStart(text: string, start: number, end: number): number {
  let at = start;
  for (let width = wordAt(text, at); at < end && width > 0; width = wordAt(text, at)) {
    at += width;
  }
  return at + 1;
}
