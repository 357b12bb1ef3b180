/** How many columns a text takes in a fixed-width font: what a title's adornment is measured against. */

const NARROW = /^[\x20-\x7e]*$/;
const MARK = /\p{M}/u;
/** All are wide, but for the letters that flags are spelled with. */
const EMOJI = /(?![\u{1f1e6}-\u{1f1ff}])\p{Emoji_Presentation}/u;
/** East Asian Wide and Fullwidth, besides emoji. Source: Unicode Standard Annex #11. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x16ff1],
  [0x17000, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];
/** The mark of the highest combining class: every other that has one is put before it. */
const LAST_MARK = '\u0345';

/** Columns that `text` takes as docutils counts them: two for wide characters, one less for those that combine. */
export function columnWidth(text: string): number {
  if (NARROW.test(text)) {
    return text.length;
  }
  let width = 0;
  for (const character of text) {
    width += (isWide(character) ? 2 : 1) - (isCombining(character) ? 1 : 0);
  }
  return width;
}

function isWide(character: string): boolean {
  const code = character.codePointAt(0)!;
  return code >= 0x1100 && (WIDE.some(([low, high]) => low <= code && code <= high) || EMOJI.test(character));
}

/** Whether the character has a combining class, which not every mark has. */
function isCombining(character: string): boolean {
  return (
    MARK.test(character) && (character === LAST_MARK || !(LAST_MARK + character).normalize('NFD').startsWith(LAST_MARK))
  );
}
