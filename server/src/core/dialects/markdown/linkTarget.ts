/** Where a destination leads. */
import type { LinkTarget } from '../../model/link.ts';
import { ownString } from '../../text/ownString.ts';
import { unescapeText } from './entities.ts';

/** One letter before a colon is a drive. */
const SCHEME = /^[a-zA-Z][a-zA-Z0-9.+-]+:/;

/** The target that the destination `written` names, which may hold escapes. */
export function destinationTarget(written: string): LinkTarget {
  return uriTarget(unescapeText(written));
}

/** The target of `uri`: an address, or a file or note. What asks a server for more than a file, `?raw=true`, is left out. */
export function uriTarget(uri: string): LinkTarget {
  if (SCHEME.test(uri) || uri.startsWith('//')) {
    return { type: 'url', url: ownString(uri) };
  }
  const hash = uri.indexOf('#');
  const whole = hash < 0 ? uri : uri.slice(0, hash);
  const query = whole.indexOf('?');
  const path = ownString(query < 0 ? whole : whole.slice(0, query));
  return hash < 0
    ? { type: 'path', path, to: 'file' }
    : { type: 'path', path, fragment: ownString(uri.slice(hash + 1)), to: 'file' };
}

/** What stands in `[[…]]`: a note's name, and a place in it. */
export function noteNameTarget(written: string): LinkTarget {
  const hash = written.indexOf('#');
  const name = ownString((hash < 0 ? written : written.slice(0, hash)).trim());
  return hash < 0
    ? { type: 'note-name', name }
    : { type: 'note-name', name, fragment: ownString(written.slice(hash + 1).trim()) };
}
