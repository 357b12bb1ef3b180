/** Tells whether a text is the one that was parsed before, so that closed notes need not keep their text. */

/** 53 bits of hash of all code units; equal for equal texts, and different for practically all others. */
export function fingerprint(text: string): number {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x85ebca6b);
    low = Math.imul(low ^ code, 0xc2b2ae35);
  }
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d) ^ Math.imul(low ^ (low >>> 13), 0x846ca68b);
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d) ^ Math.imul(high ^ (high >>> 13), 0x846ca68b);
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}
