/** Notes that are broken by chance. */
import fc from 'fast-check';

/** `notes` with some of `characters` put in, taken out and put elsewhere. */
export function damagedBy(notes: fc.Arbitrary<string>, characters: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(notes, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...characters)), { maxLength: 10 }))
    .map(([text, changes]) =>
      changes.reduce((before, [place, cut, put]) => {
        const at = place % (before.length + 1);
        return before.slice(0, at) + put + before.slice(at + cut);
      }, text),
    );
}
