/** Classes of characters, as CommonMark names them. */

const ASCII = 128;

/** Which of the first 128 characters are in `members`. */
export function characterTable(members: string): Uint8Array {
  const table = new Uint8Array(ASCII);
  for (const member of members) {
    table[member.charCodeAt(0)] = 1;
  }
  return table;
}

const punctuation = characterTable('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
const OTHER_PUNCTUATION = /^[\p{P}\p{S}]/u;
const OTHER_SPACE = /^\s/;

/** A space or a tab. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9;
}

/** A space, a tab or a line ending. */
export function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

export function isAlpha(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAlphanumeric(code: number): boolean {
  return isAlpha(code) || isDigit(code);
}

/** A character that a backslash takes the meaning from. */
export function isAsciiPunctuation(code: number): boolean {
  return code < ASCII && punctuation[code] === 1;
}

export function isAsciiControl(code: number): boolean {
  return code < 32 || code === 127;
}

/** Punctuation or a symbol of any script. */
export function isPunctuation(code: number): boolean {
  return code < ASCII ? punctuation[code] === 1 : OTHER_PUNCTUATION.test(String.fromCharCode(code));
}

/** White space of any script. */
export function isUnicodeSpace(code: number): boolean {
  return code < ASCII ? isWhite(code) || code === 11 || code === 12 : OTHER_SPACE.test(String.fromCharCode(code));
}
