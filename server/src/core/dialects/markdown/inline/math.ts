/** Math in a line of text, `$a$`, as far as that is certain: what looks like links in it is none. */
import { isAlphanumeric, isLineEnd, isWhite } from '../characters.ts';

const LONGEST = 400;

/** End of the math that starts with the `$` at `at`; -1 where that is money, a variable or the like. */
export function mathEnd(text: string, at: number, from: number, to: number): number {
  const before = at > from ? text.charCodeAt(at - 1) : 32;
  const first = at + 1 < to ? text.charCodeAt(at + 1) : 32;
  if (isAlphanumeric(before) || before === 36 || isWhite(first) || first === 36) {
    return -1;
  }
  const limit = Math.min(to, at + LONGEST);
  for (let end = at + 1; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (isLineEnd(code) || code === 96) {
      return -1;
    }
    if (code === 92) {
      end++;
    } else if (code === 36) {
      const next = end + 1 < to ? text.charCodeAt(end + 1) : 32;
      return isWhite(text.charCodeAt(end - 1)) || isAlphanumeric(next) || next === 36 ? -1 : end + 1;
    }
  }
  return -1;
}
