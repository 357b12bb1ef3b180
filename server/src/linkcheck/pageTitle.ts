/** What a page calls itself. */
import { characterEntities } from 'character-entities';

const LONGEST = 200;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{1,31}));/g;

/** The title of the page `html` as one line of text; `undefined` where it has none. */
export function pageTitle(html: string): string | undefined {
  const start = /<title(?:\s[^<>]{0,200})?>/i.exec(html);
  if (start === null) {
    return undefined;
  }
  const from = start.index + start[0].length;
  const end = html.slice(from, from + 4000).search(/<\/title/i);
  const written = end < 0 ? '' : html.slice(from, from + end);
  const text = written
    .replace(REFERENCE, resolved)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? undefined : shortened(text);
}

function resolved(written: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) {
    return Object.hasOwn(characterEntities, name) ? characterEntities[name]! : written;
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : written;
}

function shortened(text: string): string {
  if (text.length <= LONGEST) {
    return text;
  }
  const space = text.lastIndexOf(' ', LONGEST);
  // Not between the halves of a character.
  const whole = text.codePointAt(LONGEST - 1)! > 0xffff ? LONGEST - 1 : LONGEST;
  return `${text.slice(0, space > LONGEST / 2 ? space : whole).trimEnd()} …`;
}
