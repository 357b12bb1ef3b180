/** Backslash escapes and character references, as text and destinations have them. Source: CommonMark, of these names. */
import { characterEntities } from 'character-entities';
import { isAsciiPunctuation } from './characters.ts';

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,31}));/y;
const REPLACEMENT = '\ufffd';

/** `text` as a reader has it: without backslashes before punctuation, characters for their names. */
export function unescapeText(text: string): string {
  if (!text.includes('\\') && !text.includes('&')) {
    return text;
  }
  let result = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && isAsciiPunctuation(text.charCodeAt(at + 1))) {
      result += text.slice(from, at);
      from = at + 1;
      at++;
    } else if (code === 38) {
      const reference = readReference(text, at);
      if (reference !== undefined) {
        result += text.slice(from, at) + reference.character;
        from = reference.end;
        at = from - 1;
      }
    }
  }
  return result + text.slice(from);
}

/** `text` with characters for their names. */
export function decodeReferences(text: string): string {
  return text.includes('&')
    ? text.replace(/&[#A-Za-z0-9]{1,33};/g, (written) => readReference(written, 0)?.character ?? written)
    : text;
}

export interface Reference {
  readonly end: number;
  readonly character: string;
}

/** The character reference at `at`; `undefined` where there is none that is known. */
export function readReference(text: string, at: number): Reference | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) {
    return undefined;
  }
  const [whole, hexadecimal, decimal, name] = match;
  const character =
    name === undefined
      ? numbered(Number.parseInt(hexadecimal ?? decimal!, hexadecimal === undefined ? 10 : 16))
      : Object.hasOwn(characterEntities, name)
        ? characterEntities[name]
        : undefined;
  return character === undefined ? undefined : { end: at + whole.length, character };
}

function numbered(code: number): string {
  const isNone = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return isNone ? REPLACEMENT : String.fromCodePoint(code);
}
