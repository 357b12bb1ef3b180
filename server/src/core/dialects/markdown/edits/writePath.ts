/** Puts another path or fragment where a link has one. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link } from '../../../model/link.ts';
import type { PathChange } from '../../linkEdits.ts';
import { respellPath } from '../../respell.ts';
import { unescapeText } from '../entities.ts';

/** See `DialectEdits.writePath`. */
export function writePath(text: string, holder: Link | Anchor, { path, fragment }: PathChange): TextEdit | undefined {
  const span = 'target' in holder ? holder.targetSpan : holder.valueSpan;
  const target = 'target' in holder ? holder.target : holder.value;
  if (span === undefined || (target?.type !== 'path' && target?.type !== 'note-name')) {
    return undefined;
  }
  const isWiki = holder.kind === 'wiki-link' || holder.kind === 'wiki-embed';
  const brackets = text[span.start] === '<' ? 1 : 0;
  const at = { start: span.start + brackets, end: span.end - brackets };
  const written = text.slice(at.start, at.end);
  const hash = target.fragment === undefined ? -1 : written.indexOf('#');
  const oldPath = hash < 0 ? written : written.slice(0, hash);
  const isBracketed = brackets > 0 || text[span.start - 1] === '<';
  const ends = isBracketed ? '<' : (text[span.start - 1] ?? '');
  const newPath = path === undefined ? oldPath : isWiki ? wikiName(path) : pathText(oldPath, path, ends);
  const spell = isWiki ? wikiText : isBracketed ? bracketText : addressText;
  const oldFragment = hash < 0 ? '' : written.slice(hash);
  const newFragment = fragment === undefined ? oldFragment : withHash(spell(fragment));
  return newPath === undefined || newFragment === undefined ? undefined : { span: at, text: newPath + newFragment };
}

function withHash(fragment: string | undefined): string | undefined {
  return fragment === undefined ? undefined : `#${fragment}`;
}

/** A path, in which neither a fragment nor a query starts, behind a bracket, a parenthesis or a quotation mark. */
function pathText(written: string, path: string, open: string): string {
  const spell = (part: string): string => encoded(part, specialIn(path, open));
  const mixed = respellPath(written, path, spell, unescapeText);
  return open === '<' || hasBalancedParentheses(mixed) ? mixed : spell(path);
}

function specialIn(path: string, open: string): RegExp {
  if (open === '<') {
    return /[<>\\\r\n#?]/g;
  }
  if (open === "'") {
    return /[\s<>\\"'#?]/g;
  }
  return hasBalancedParentheses(path) ? /[\s<>\\"#?]/g : /[\s<>\\"#?()]/g;
}

/** The name of a note between `[[` and `]]`, where a place in it or a label would start. */
export function wikiName(path: string): string | undefined {
  return path.includes('#') ? undefined : wikiText(path);
}

/** Between `[[` and `]]`, where nothing can be escaped. */
function wikiText(path: string): string | undefined {
  return /[[\]|\r\n]/.test(path) ? undefined : path;
}

/** Between `<` and `>`. */
function bracketText(path: string): string {
  return encoded(path, /[<>\\\r\n]/g);
}

/** Between parentheses, or at the end of a definition. */
function addressText(path: string): string {
  return encoded(path, hasBalancedParentheses(path) ? /[\s<>\\"]/g : /[\s<>\\"()]/g);
}

/** The address of a file, in which neither a fragment nor a query starts. */
export function fileAddress(path: string): string {
  return pathText('', path, '(');
}

/** Whether what stands between parentheses may hold `path`. */
export function hasBalancedParentheses(path: string): boolean {
  return !/[()]/.test(path.replace(/\([^()]*\)/g, ''));
}

/** Percent-encoded where it must be. `encodeURIComponent` leaves parentheses and apostrophes alone. */
function encoded(path: string, characters: RegExp): string {
  if (path.search(characters) < 0 && !/%[0-9a-f]{2}/i.test(path)) {
    return path;
  }
  return path
    .replace(/%/g, '%25')
    .replace(characters, (character) =>
      /[()']/.test(character) ? `%${hex(character)}` : encodeURIComponent(character),
    );
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
