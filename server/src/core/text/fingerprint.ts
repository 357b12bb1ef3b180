/** Tells whether a text is the one that was parsed before, so that closed notes need not keep their text. */

/** 53 bits of hash of all code units; equal for equal texts, and different for practically all others. */
export function fingerprint(text: string): number {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x41c6ce57;
  const { length } = text;
  // Two code units a round: a first scan reads all notes through here before the engine has warmed up.
  for (let at = 0; at < length; at += 2) {
    const pair = text.charCodeAt(at) | (at + 1 < length ? text.charCodeAt(at + 1) << 16 : 0);
    high = Math.imul(high ^ pair, 0x85ebca6b) ^ (high >>> 15);
    low = Math.imul(low ^ pair, 0xc2b2ae35) ^ (low >>> 13);
  }
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d) ^ Math.imul(low ^ (low >>> 13), 0x846ca68b);
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d) ^ Math.imul(high ^ (high >>> 13), 0x846ca68b);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
