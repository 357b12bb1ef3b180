/** Puts another path or fragment where a link has one. */
import type { Anchor } from '../../../model/anchor.ts';
import type { TextEdit } from '../../../model/edit.ts';
import type { Link } from '../../../model/link.ts';
import type { PathChange } from '../../linkEdits.ts';

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
  const spell = isWiki ? wikiText : brackets > 0 || text[span.start - 1] === '<' ? bracketText : addressText;
  const newPath = path === undefined ? (hash < 0 ? written : written.slice(0, hash)) : spell(path);
  const oldFragment = hash < 0 ? '' : written.slice(hash);
  const newFragment = fragment === undefined ? oldFragment : withHash(spell(fragment));
  return newPath === undefined || newFragment === undefined ? undefined : { span: at, text: newPath + newFragment };
}

function withHash(fragment: string | undefined): string | undefined {
  return fragment === undefined ? undefined : `#${fragment}`;
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
export function addressText(path: string): string {
  const isBalanced = !/[()]/.test(path.replace(/\([^()]*\)/g, ''));
  return encoded(path, isBalanced ? /[\s<>\\"]/g : /[\s<>\\"()]/g);
}

/** Percent-encoded where it must be. `encodeURIComponent` leaves parentheses alone. */
function encoded(path: string, characters: RegExp): string {
  if (path.search(characters) < 0 && !/%[0-9a-f]{2}/i.test(path)) {
    return path;
  }
  return path
    .replace(/%/g, '%25')
    .replace(characters, (character) =>
      /[()]/.test(character) ? `%${hex(character)}` : encodeURIComponent(character),
    );
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16);
}
