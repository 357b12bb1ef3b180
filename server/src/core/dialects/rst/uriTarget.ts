/** Where a URI leads: to the web, or to a file beside the note. */

import type { LinkTarget } from '../../model/link.ts';
import { ownString } from '../../text/ownString.ts';
import { isMailAddress } from './inline/standaloneUri.ts';

const SCHEME = /^[a-zA-Z][a-zA-Z0-9.+-]*:/;

/** The target that `uri` names; a bare mail address gets its scheme, as in docutils. */
export function uriTarget(uri: string): LinkTarget {
  return isMailAddress(uri) ? { type: 'url', url: `mailto:${uri}` } : plainUriTarget(uri);
}

/** The same where docutils takes the URI as it is written: in directives. */
export function plainUriTarget(uri: string): LinkTarget {
  return SCHEME.test(uri) || uri.startsWith('//') ? { type: 'url', url: ownString(uri) } : pathTarget(uri);
}

/** The file that `path` names, which may have a fragment. */
export function pathTarget(path: string): LinkTarget {
  const hash = path.indexOf('#');
  return hash < 0
    ? { type: 'path', path: ownString(path), to: 'file' }
    : { type: 'path', path: ownString(path.slice(0, hash)), fragment: ownString(path.slice(hash + 1)), to: 'file' };
}
