/** How many columns a text takes in a fixed-width font: what a title's adornment is measured against. */

const NARROW = /^[\x20-\x7e]*$/;
const COMBINING = /\p{Mn}|\p{Me}/u;
/** East Asian Wide and Fullwidth. Source: Unicode Standard Annex #11. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** Columns that `text` takes: two for wide characters, none for combining ones. */
export function columnWidth(text: string): number {
  if (NARROW.test(text)) {
    return text.length;
  }
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code >= 0x300 && !COMBINING.test(character)) {
      width += WIDE.some(([low, high]) => low <= code && code <= high) ? 2 : 1;
    } else if (code < 0x300) {
      width++;
    }
  }
  return width;
}
