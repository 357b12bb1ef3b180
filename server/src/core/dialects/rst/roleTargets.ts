/** Where interpreted text leads, by its role. Sources: docutils and Sphinx documentation, "Roles". */
import type { LinkTarget } from '../../model/link.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { ownString } from '../../text/ownString.ts';
import type { Span } from '../../text/span.ts';
import { tokenName } from './directives/productionList.ts';
import { isEscaped, unescapeText } from './escapes.ts';
import { normalizeName } from './names.ts';

/** Roles that only shape text. */
const TEXT_ROLES = new Set(
  `emphasis strong literal code math raw sub subscript sup superscript t title title-reference ac acronym ab abbreviation
  abbr command dfn file guilabel kbd mailheader makevar manpage menuselection mimetype newsgroup program regexp samp`.split(
    /\s+/,
  ),
);

/** Roles of Sphinx and its common extensions that refer to something, each by its name. */
const REFERENCE_ROLES: ReadonlyMap<string, string> = new Map(
  `any attr class command-ref confval const cve cwe data djadmin doc download envvar eq event exc func gh index issue
  keyword lookup meth mod numref obj option pep pep-reference ref rfc rfc-reference setting signal source tag term tfilter
  ticket token ttag`
    .split(/\s+/)
    .map((role) => [role, role]),
);

/** Whether `role` is a link, plain text, or nothing that is known. */
export function roleKind(role: string): 'role' | 'unknown-role' | 'text' {
  if (TEXT_ROLES.has(role)) {
    return 'text';
  }
  return role.includes(':') || REFERENCE_ROLES.has(role) ? 'role' : 'unknown-role';
}

/** The same name, one and the same string for all roles that are known. */
export function roleName(role: string): string {
  return REFERENCE_ROLES.get(role) ?? ownString(role);
}

/** The target of a role whose text names `target`. */
export function roleTarget(role: string, target: string): LinkTarget {
  switch (role) {
    case 'doc':
    case 'std:doc':
      return noteTarget(target);
    case 'download':
      return /^[a-zA-Z][a-zA-Z0-9.+-]*:\/\//.test(target) ? { type: 'url', url: target } : fileTarget(target);
    case 'ref':
    case 'numref':
    case 'std:ref':
    case 'std:numref':
      return { type: 'label', name: normalizeName(target), text: target };
    case 'term':
    case 'std:term':
      return { type: 'term', name: normalizeName(target), text: target };
    case 'token':
    case 'std:token':
      return { type: 'term', name: tokenName(target.replace(/^~/, '')), text: target };
    default:
      return { type: 'opaque', text: target };
  }
}

/** The file that Sphinx calls `path`: no part of it is a place in the file. */
function fileTarget(path: string): LinkTarget {
  return { type: 'path', path, to: 'file' };
}

/** The note that Sphinx calls `name`. */
export function noteTarget(name: string): LinkTarget {
  return { type: 'path', path: name, to: 'note' };
}

export interface ExplicitTitle {
  readonly label?: string;
  readonly target: string;
  readonly targetSpan: Span;
}

/**
 * Splits `title <target>`, which stands in `text` between `start` and `end`; without a title all is target.
 * Backslashes are the role's own affair where `isRaw`: what an unknown role makes of them nobody knows.
 */
export function splitExplicitTitle(text: string, start: number, end: number, isRaw = false): ExplicitTitle {
  if (text.charCodeAt(end - 1) === 62) {
    const open = text.lastIndexOf('<', end - 2);
    const title = open > start ? text.slice(start, open).trim() : '';
    if (title !== '' && (isRaw || !isEscaped(text, open, start))) {
      const targetSpan = { start: open + 1, end: end - 1 };
      return { label: fold(title, isRaw), target: fold(text.slice(open + 1, end - 1), isRaw), targetSpan };
    }
  }
  return { target: fold(text.slice(start, end), isRaw), targetSpan: { start, end } };
}

function fold(text: string, isRaw: boolean): string {
  return ownString(foldSpace(isRaw ? text : unescapeText(text)));
}
