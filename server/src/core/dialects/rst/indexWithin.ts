/**
 * Offset of the first UTF-16 code unit `code` in `text` from `from` up to, not including, `to`; -1 where there is none.
 * `indexOf` would read on to the end of the note, from each line anew.
 */
export function indexWithin(text: string, code: number, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) === code) {
      return at;
    }
  }
  return -1;
}
