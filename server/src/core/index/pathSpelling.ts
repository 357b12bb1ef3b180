/** How a link to a file is written. */
import type { PathTarget } from '../model/link.ts';
import { basename, dirname, extname, isInside, type NotePath, relativePath } from '../text/path.ts';
import { isNoteSuffix, isWebSuffix } from './noteSuffixes.ts';
import { resolvePath } from './resolvePath.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';
import { workspaceRoot } from './workspaceRoot.ts';

/**
 * The path to `to` for a link in the note at `from`, in the habits of the link that it takes the place of: from the
 * source root or from the note, `detour` folders farther up than it takes, with `./` in front or not, with the suffix,
 * without, or with that of the page made of it as long as it is understood so.
 */
export function pathSpelling(snapshot: Snapshot, from: NotePath, old: PathTarget, to: NotePath, detour = 0): string {
  const root = sourceRoot(snapshot, from);
  const absolute = old.path.startsWith('/') && isInside(to, root);
  const written = absolute
    ? `/${relativePath(root, to)}`
    : relativePath(dirname(from), to, within(snapshot, from, to, detour));
  const dotted = old.path.startsWith('./') && !written.startsWith('../') ? `./${written}` : written;
  const short = shortPath(old, dotted);
  return short !== undefined && isUnderstood(snapshot, from, { ...old, path: short }, to) ? short : dotted;
}

/** `path`, that of a note, in the habit of `old`: without its suffix, or with that of a page. */
function shortPath(old: PathTarget, path: string): string | undefined {
  const suffix = extname(path);
  const oldSuffix = extname(old.path);
  const stem = path.slice(0, path.length - suffix.length);
  if (old.to === 'note') {
    return oldSuffix.toLowerCase() === suffix.toLowerCase() ? undefined : stem;
  }
  const isStem = oldSuffix === '' && basename(old.path) !== '';
  return (isStem || isWebSuffix(oldSuffix)) && isNoteSuffix(suffix) ? stem + oldSuffix : undefined;
}

function isUnderstood(snapshot: Snapshot, from: NotePath, target: PathTarget, to: NotePath): boolean {
  const end = resolvePath(snapshot, from, target);
  return end.type === 'unknown' || ('path' in end && end.type !== 'case-mismatch' && end.path === to);
}

/** As much of `detour` as stays inside of the workspace folder. */
function within(snapshot: Snapshot, from: NotePath, to: NotePath, detour: number): number {
  const top = workspaceRoot(snapshot.roots, from);
  const room =
    top === undefined ? 0 : climb(relativePath(dirname(from), `${top}/x`)) - climb(relativePath(dirname(from), to));
  return Math.min(detour, Math.max(0, room));
}

/** How many folders farther up than it takes the path in `old` goes from the note at `from` to `to`. */
export function detourOf(from: NotePath, old: PathTarget, to: NotePath): number {
  return Math.max(0, climb(old.path) - climb(relativePath(dirname(from), to)));
}

function climb(path: string): number {
  return /^(?:\.\.\/)*/.exec(path)![0].length / 3;
}
