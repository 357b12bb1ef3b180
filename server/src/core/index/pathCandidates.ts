/** Where a path may lead: each place that is looked at, best first. Knows nothing of what is there. */
import type { PathTarget } from '../model/link.ts';
import { dirname, extname, join, type NotePath } from '../text/path.ts';
import { percentDecoded } from '../text/percentDecoded.ts';
import { isNoteSuffix, isWebSuffix, noteSuffixes } from './noteSuffixes.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';
import { workspaceRoot } from './workspaceRoot.ts';

/** The places at which `target`, written in the note at `from`, is looked for. Never empty. */
export function pathCandidates(snapshot: Snapshot, from: NotePath, target: PathTarget): readonly NotePath[] {
  const bases = target.path.startsWith('/')
    ? [sourceRoot(snapshot, from), workspaceRoot(snapshot.roots, from) ?? sourceRoot(snapshot, from)]
    : [dirname(from)];
  const candidates = new Set<NotePath>();
  for (const written of new Set([target.path, percentDecoded(target.path)])) {
    for (const base of bases) {
      for (const path of target.to === 'note' ? noteNames(written, from) : fileNames(written, from)) {
        candidates.add(join(base, path));
      }
    }
  }
  return [...candidates];
}

/** A document name, whose suffix is left out; people write it all the same. */
function noteNames(path: string, from: NotePath): readonly string[] {
  const names = noteSuffixes(from).map((suffix) => path + suffix);
  return isNoteSuffix(extname(path)) ? [path, ...names] : names;
}

/** A file, the page that Sphinx makes of a note, or a note without its suffix, as wikis and site generators have it. */
function fileNames(path: string, from: NotePath): readonly string[] {
  const suffix = extname(path);
  const stem = path.slice(0, path.length - suffix.length);
  const isBare = suffix === '' && !/(?:^|\/)\.{0,2}$/.test(path);
  return isBare || isWebSuffix(suffix) ? [path, ...noteSuffixes(from).map((other) => stem + other)] : [path];
}
