/** Where a path may lead: each place that is looked at, best first. Knows nothing of what is there. */
import type { PathTarget } from '../model/link.ts';
import { dirname, extname, join, type NotePath } from '../text/path.ts';
import { percentDecoded } from './percentDecoded.ts';
import type { Snapshot } from './snapshot.ts';
import { workspaceRoot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';

/** Suffixes that a document name leaves out, in the order in which they are tried. */
const NOTE_SUFFIXES = ['.rst', '.rest', '.md', '.txt'];

const WEB_SUFFIXES: ReadonlySet<string> = new Set(['.html', '.htm']);

/** The places at which `target`, written in the note at `from`, is looked for. Never empty. */
export function pathCandidates(snapshot: Snapshot, from: NotePath, target: PathTarget): readonly NotePath[] {
  const bases = target.path.startsWith('/')
    ? [sourceRoot(snapshot, from), workspaceRoot(snapshot.roots, from) ?? sourceRoot(snapshot, from)]
    : [dirname(from)];
  const candidates = new Set<NotePath>();
  for (const written of new Set([target.path, percentDecoded(target.path)])) {
    for (const base of bases) {
      for (const path of target.to === 'note' ? noteNames(written) : fileNames(written)) {
        candidates.add(join(base, path));
      }
    }
  }
  return [...candidates];
}

/** A document name, whose suffix is left out; people write it all the same. */
function noteNames(path: string): readonly string[] {
  const names = NOTE_SUFFIXES.map((suffix) => path + suffix);
  return isNoteSuffix(extname(path)) ? [path, ...names] : names;
}

/** A file, or the page that Sphinx makes of a note. */
function fileNames(path: string): readonly string[] {
  const suffix = extname(path);
  const stem = path.slice(0, path.length - suffix.length);
  return isWebSuffix(suffix) ? [path, ...NOTE_SUFFIXES.map((other) => stem + other)] : [path];
}

/** Whether a document name may leave `suffix` out. */
export function isNoteSuffix(suffix: string): boolean {
  return NOTE_SUFFIXES.includes(suffix.toLowerCase());
}

/** Whether a file of this suffix may be a page that is made of a note. */
export function isWebSuffix(suffix: string): boolean {
  return WEB_SUFFIXES.has(suffix.toLowerCase());
}
