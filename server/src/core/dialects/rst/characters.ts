/**
 * Classes of characters that the inline markup recognition rules speak of. A table for ASCII, Unicode properties for
 * the rest. Source: reStructuredText specification, "Inline markup recognition rules".
 */

const WHITE = 1;
const WORD = 2;
/** Openers and delimiters: what a start-string may stand behind, besides white space. */
const BEFORE_START = 4;
/** Closers, delimiters, sentence ends and the escaping backslash: what an end-string may stand before. */
const AFTER_END = 8;
const ADORNMENT = 16;

const ascii = new Uint8Array(128);

function mark(characters: string, flag: number): void {
  for (const character of characters) {
    ascii[character.charCodeAt(0)]! |= flag;
  }
}

mark(' \t\n\v\f\r\x1c\x1d\x1e\x1f', WHITE);
mark('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', WORD);
mark('"\'(<[{-/:', BEFORE_START);
mark('"\')>]}-/:\\.,;!?', AFTER_END);
mark('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', ADORNMENT);

const word = /[\p{L}\p{N}]/u;
/** White space to Python: a byte order mark is none, NEL is. */
const white = /[^\S\ufeff]|\x85/u;
const beforeStart = /[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const afterEnd = /[\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
/** Characters that became punctuation after docutils' tables were made. */
const NO_PUNCTUATION = new Set([0xa7, 0xb6]);

/** Whether UTF-16 code unit `code` is white space. */
export function isWhite(code: number): boolean {
  return code < 128 ? (ascii[code]! & WHITE) !== 0 : white.test(String.fromCharCode(code));
}

/** Whether UTF-16 code unit `code` may stand in a simple reference name: a letter or a digit, no underscore. */
export function isWord(code: number): boolean {
  return code < 128 ? (ascii[code]! & WORD) !== 0 : word.test(String.fromCharCode(code));
}

/** How many UTF-16 code units such a letter or digit takes that starts at `at` in `text`; 0 where none does. */
export function wordAt(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (!isSurrogate(code)) {
    return isWord(code) ? 1 : 0;
  }
  return word.test(String.fromCodePoint(text.codePointAt(at)!)) ? 2 : 0;
}

/** The same for one that ends before `end`. */
export function wordBefore(text: string, end: number): 0 | 1 | 2 {
  const code = text.charCodeAt(end - 1);
  if (!isSurrogate(code)) {
    return isWord(code) ? 1 : 0;
  }
  return wordAt(text, end - 2) === 2 ? 2 : 0;
}

function isSurrogate(code: number): boolean {
  return (code & 0xf800) === 0xd800;
}

/** Whether an inline markup start-string may follow `code`. */
export function allowsStart(code: number): boolean {
  return code < 128
    ? (ascii[code]! & (WHITE | BEFORE_START)) !== 0
    : isWhite(code) || (beforeStart.test(String.fromCharCode(code)) && !NO_PUNCTUATION.has(code));
}

/** Whether `code` may follow an inline markup end-string. */
export function allowsEnd(code: number): boolean {
  return code < 128
    ? (ascii[code]! & (WHITE | AFTER_END)) !== 0
    : isWhite(code) || (afterEnd.test(String.fromCharCode(code)) && !NO_PUNCTUATION.has(code));
}

/** Whether `code` can adorn a title: printable 7-bit ASCII that is no letter or digit. */
export function isAdornment(code: number): boolean {
  return code < 128 && (ascii[code]! & ADORNMENT) !== 0;
}

const openers = '"\'(<[{';
const closers = '"\')>]}';
/** Quotes that several languages pair in different ways. */
const quotePairs: Readonly<Record<string, string>> = {
  '\xab': '\xbb',
  '\xbb': '\xab\xbb',
  '\u2018': '\u2019\u201a',
  '\u2019': '\u2019',
  '\u201a': '\u2018\u2019',
  '\u201c': '\u201d\u201e',
  '\u201d': '\u201d',
  '\u201e': '\u201c\u201d',
  '\u2039': '\u203a',
  '\u203a': '\u2039\u203a',
};

/** Whether `before` and `after` are quotes or brackets that belong together (recognition rule 5). */
export function arePaired(before: string, after: string): boolean {
  const at = openers.indexOf(before);
  return at >= 0 ? closers[at] === after : (quotePairs[before]?.includes(after) ?? false);
}
