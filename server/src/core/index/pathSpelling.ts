/** How a link to a file is written. */
import type { PathTarget } from '../model/link.ts';
import { basename, dirname, extname, isInside, type NotePath, relativePath } from '../text/path.ts';
import { isNoteSuffix, isWebSuffix } from './noteSuffixes.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';

/**
 * The path to `to` for a link in the note at `from`, in the habits of the link that it takes the place of: from the
 * source root or from the note, `detour` folders farther up than it takes, with `./` in front or not, with the suffix, without, or with that of the page made of it.
 */
export function pathSpelling(snapshot: Snapshot, from: NotePath, old: PathTarget, to: NotePath, detour = 0): string {
  const root = sourceRoot(snapshot, from);
  const absolute = old.path.startsWith('/') && isInside(to, root);
  const written = absolute ? `/${relativePath(root, to)}` : relativePath(dirname(from), to, detour);
  const dotted = old.path.startsWith('./') && !written.startsWith('../') ? `./${written}` : written;
  const stem = dotted.slice(0, dotted.length - extname(to).length);
  const oldSuffix = extname(old.path).toLowerCase();
  if (old.to === 'note') {
    return oldSuffix === extname(to).toLowerCase() ? dotted : stem;
  }
  const isStem = oldSuffix === '' && basename(old.path) !== '';
  return (isStem || isWebSuffix(oldSuffix)) && isNoteSuffix(extname(to)) ? stem + extname(old.path) : dotted;
}

/** How many folders farther up than it takes the path in `old` goes from the note at `from` to `to`. */
export function detourOf(from: NotePath, old: PathTarget, to: NotePath): number {
  return Math.max(0, climb(old.path) - climb(relativePath(dirname(from), to)));
}

function climb(path: string): number {
  return /^(?:\.\.\/)*/.exec(path)![0].length / 3;
}
