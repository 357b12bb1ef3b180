/** Where a path may lead: each place that is looked at, best first. Knows nothing of what is there. */
import { dialects } from '../dialects/registry.ts';
import type { PathTarget } from '../model/link.ts';
import { dirname, extname, join, type NotePath } from '../text/path.ts';
import { percentDecoded } from './percentDecoded.ts';
import type { Snapshot } from './snapshot.ts';
import { workspaceRoot } from './snapshot.ts';
import { sourceRoot } from './sourceRoot.ts';

/** Suffixes that a document name leaves out, in the order in which they are tried; Sphinx reads `.txt` as well. */
const NOTE_SUFFIXES: readonly string[] = [...dialects.flatMap(({ extensions }) => extensions), '.txt'];

const WEB_SUFFIXES: ReadonlySet<string> = new Set(['.html', '.htm']);

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

/** A note that leaves suffixes out means its own kind first. */
function noteSuffixes(from: NotePath): readonly string[] {
  const own = extname(from);
  return own === NOTE_SUFFIXES[0] || !isNoteSuffix(own)
    ? NOTE_SUFFIXES
    : [own, ...NOTE_SUFFIXES.filter((suffix) => suffix !== own)];
}

/** Whether files with this suffix are notes, for this product or for Sphinx. */
export function isNoteSuffix(suffix: string): boolean {
  return NOTE_SUFFIXES.includes(suffix.toLowerCase());
}

/** Whether a file of this suffix may be a page that is made of a note. */
export function isWebSuffix(suffix: string): boolean {
  return WEB_SUFFIXES.has(suffix.toLowerCase());
}
