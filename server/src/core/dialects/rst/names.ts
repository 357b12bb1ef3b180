/** Reference names: how they are compared, and the simple ones that need no quotes. */
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import { wordAt, wordBefore } from './characters.ts';

/** Lower-cased with white space folded, in memory of its own; source: reStructuredText specification, "Reference names". */
export function normalizeName(name: string): string {
  const lower = name.toLowerCase();
  const folded = foldSpace(lower);
  // What was lower-cased is in memory of its own already.
  return folded === lower && lower !== name ? lower : ownString(folded);
}

const joiners = '-._+:';

/**
 * End of the simple reference name that starts at `from` in `text`, or `from` where there is none: letters and digits
 * with single `-`, `.`, `_`, `+`, `:` between them. Source: "Simple reference names".
 */
export function simpleNameEnd(text: string, from: number, to: number): number {
  let at = from;
  for (let width = wordAt(text, at); at < to && width > 0; width = wordAt(text, at)) {
    at += width;
    if (at + 1 < to && joiners.includes(text[at]!) && wordAt(text, at + 1) > 0) {
      at++;
    }
  }
  return at;
}

/** Start of the longest simple reference name that ends at `end`, not before `base`; `end` where there is none. */
export function simpleNameStart(text: string, base: number, end: number): number {
  let at = end;
  for (let width = wordBefore(text, at); at > base && width > 0; width = wordBefore(text, at)) {
    at -= width;
    if (at - 2 >= base && joiners.includes(text[at - 1]!) && wordBefore(text, at - 1) > 0) {
      at--;
    }
  }
  return at;
}
