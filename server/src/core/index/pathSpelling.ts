/** How a link to a file is written. */
import type { PathTarget } from '../model/link.ts';
import { dirname, extname, isInside, type NotePath, relativePath } from '../text/path.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';

/**
 * The path to `to` for a link in the note at `from`, in the habits of the link that it takes the place of: from the
 * source root or from the note, with the suffix or without.
 */
export function pathSpelling(snapshot: Snapshot, from: NotePath, old: PathTarget, to: NotePath): string {
  const root = sourceRoot(snapshot, from);
  const absolute = old.path.startsWith('/') && isInside(to, root);
  const written = absolute ? `/${relativePath(root, to)}` : relativePath(dirname(from), to);
  const suffix = extname(to);
  const hadSuffix = extname(old.path).toLowerCase() === suffix.toLowerCase();
  const path = old.to === 'note' && !hadSuffix ? written.slice(0, written.length - suffix.length) : written;
  return old.fragment === undefined ? path : `${path}#${old.fragment}`;
}
