/** Puts a new name where an old one is written, in the way in which that was written. */
import { percentDecoded } from '../text/percentDecoded.ts';

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

/**
 * `path` as `spell` writes it, but for those parts that `written`, the path in its place, has as well: these stay as they
 * are there, `%28` or `(`. `read` takes back the format's own escapes.
 */
export function respellPath(
  written: string,
  path: string,
  spell: (path: string) => string,
  read: (written: string) => string,
): string {
  const known = new Map(written.split('/').map((part) => [percentDecoded(read(part)), part]));
  const mixed = path
    .split('/')
    .map((part) => known.get(part) ?? spell(part))
    .join('/');
  return percentDecoded(read(mixed)) === path ? mixed : spell(path);
}
