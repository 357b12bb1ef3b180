/** Tells plain text, which most is, from text that may hold markup. */

/** Characters without which a run is plain text. */
const interesting = new Uint8Array(128);
for (const character of '*`_|[:@') {
  interesting[character.charCodeAt(0)] = 1;
}

/** Offset of the first character between `from` and `to` that can be part of inline markup or a URI; -1 for none. */
export function findMarkup(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 && interesting[code] === 1) {
      return at;
    }
  }
  return -1;
}

/** Whether UTF-16 code unit `code` can be part of inline markup or a URI. */
export function isInteresting(code: number): boolean {
  return code < 128 && interesting[code] === 1;
}
