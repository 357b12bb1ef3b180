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
/** As docutils' tables have it, which are older than Unicode is today: what was punctuation then still is. */
const beforeStart = /[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}\u166d\u19de\u19df\ufd3e]/u;
/** A low quote opens in one language and closes in another. */
const afterEnd = /[\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}\u166d\u19de\u19df\u201a\u201e\ufd3f]/u;
/** Characters that became punctuation after those tables were made, or turned round. */
const laterPunctuation =
  /[\xa7\xb6\u061d\u085e\u09fd\u0a76\u0af0\u0c77\u0c84\u0f14\u0fd9\u0fda\u1360\u1b4e\u1b4f\u1b7d-\u1b7f\u1bfc-\u1bff\u1cc0-\u1cc7\u2308-\u230b\u2d70\u2e32-\u2e5d\ua8fc\uaaf0\uaaf1]/;

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

/** Whether all that stands in `text` between `from` and `to` is printable ASCII: as wide as it is long. */
export function isPlain(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code > 126) {
      return false;
    }
  }
  return true;
}

/** Whether an inline markup start-string may follow `code`. */
export function allowsStart(code: number): boolean {
  return code < 128
    ? (ascii[code]! & (WHITE | BEFORE_START)) !== 0
    : isWhite(code) || isOf(beforeStart, String.fromCharCode(code));
}

/** Whether `code` may follow an inline markup end-string. */
export function allowsEnd(code: number): boolean {
  return code < 128
    ? (ascii[code]! & (WHITE | AFTER_END)) !== 0
    : isWhite(code) || isOf(afterEnd, String.fromCharCode(code));
}

function isOf(punctuation: RegExp, character: string): boolean {
  return punctuation.test(character) && !laterPunctuation.test(character);
}

/** Whether `code` can adorn a title: printable 7-bit ASCII that is no letter or digit. */
export function isAdornment(code: number): boolean {
  return code < 128 && (ascii[code]! & ADORNMENT) !== 0;
}

const openers = '"\'(<[{\u301d\uff3b\uff5b';
const closers = '"\')>]}\u301e\uff3d\uff5d';
/** All others are followed by what closes them. */
const bracket = /\p{Ps}/u;
/** Quotes, each beside the one that faces it. */
const facing =
  '\xab\xbb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a\u2e02\u2e03\u2e04\u2e05\u2e09\u2e0a\u2e0c\u2e0d\u2e1c\u2e1d\u2e20\u2e21\ufd3e\ufd3f';
/** Quotes that several languages pair in further ways. */
const quotePairs: Readonly<Record<string, string>> = {
  '\xbb': '\xbb',
  '\u2018': '\u201a',
  '\u2019': '\u2019',
  '\u201a': '\u2018\u2019',
  '\u201c': '\u201e',
  '\u201d': '\u201d',
  '\u201e': '\u201c\u201d',
  '\u203a': '\u203a',
};

/** Whether `before` and `after` are quotes or brackets that belong together (recognition rule 5). */
export function arePaired(before: string, after: string): boolean {
  return closing(before) === after || (quotePairs[before]?.includes(after) ?? false);
}

/** What closes the quote or bracket `opener`; `undefined` where it is neither. */
function closing(opener: string): string | undefined {
  const at = openers.indexOf(opener);
  if (at >= 0 || opener < '\x80') {
    return closers[at];
  }
  const side = facing.indexOf(opener);
  if (side >= 0) {
    return facing[side ^ 1];
  }
  return isOf(bracket, opener) ? String.fromCharCode(opener.charCodeAt(0) + 1) : undefined;
}
