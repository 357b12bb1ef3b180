/** Wiki links: notes and files by name, wherever they are. */
import type { NoteNameTarget } from '../model/link.ts';
import { dirname, extname, isInside, join, type NotePath } from '../text/path.ts';
import { resolveWikiFragment } from './fragment.ts';
import { foldName, isFileWanted, readWanted, type WantedNote } from './noteNames.ts';
import type { Resolution } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';
import { workspaceRoot } from './workspaceRoot.ts';

/**
 * What `target`, written in the note at `from`, stands for. A file's name comes before a title or an alias, a note
 * before another file. Of several the nearest is meant, see `nearest`; where that does not decide it is ambiguous.
 */
export function resolveNoteName(snapshot: Snapshot, from: NotePath, target: NoteNameTarget): Resolution {
  if (target.name === '') {
    return resolveWikiFragment(snapshot, from, target.fragment);
  }
  const wanted = readWanted(target.name);
  const found = nearest(snapshot, from, wanted, named(snapshot, from, target.name, wanted));
  const [path] = found;
  if (path === undefined) {
    // Of a note that lies in no folder of the workspace nobody knows what is around it.
    const isAlone = workspaceRoot(snapshot.roots, from) === undefined;
    return isAlone ? { type: 'opaque' } : { type: 'missing', wanted: 'note', candidates: [] };
  }
  if (found.length > 1) {
    const span = { start: 0, end: 0 };
    return { type: 'ambiguous', name: target.name, places: found.map((each) => ({ path: each, span })) };
  }
  return snapshot.notes.get(path) === undefined
    ? { type: 'file', path }
    : resolveWikiFragment(snapshot, path, target.fragment);
}

/** Notes or files of that name, in the first rank in which there are any. */
function named(snapshot: Snapshot, from: NotePath, name: string, wanted: WantedNote): readonly NotePath[] {
  const { notes, files } = snapshot;
  if (/^\.{1,2}\//.test(name)) {
    return relativeTo(snapshot, dirname(from), name);
  }
  const candidates = new Set([...notes.notesNamed(wanted.stem), ...notes.notesNamed(wanted.stem + wanted.suffix)]);
  const byFile = [...candidates].filter((path) => isFileWanted(path, wanted));
  if (byFile.length > 0) {
    return byFile;
  }
  const byText = notes.notesNamed(wanted.whole);
  return byText.length > 0
    ? byText
    : files.filesNamed(wanted.stem + wanted.suffix).filter((path) => isFileWanted(path, wanted));
}

/** `./b` and `../c/d` say exactly where. */
function relativeTo({ notes, files }: Snapshot, folder: NotePath, name: string): readonly NotePath[] {
  const path = join(folder, name);
  const { stem } = readWanted(name);
  const inside = notes.notesNamed(stem).filter((each) => foldName(each).startsWith(`${foldName(path)}.`));
  const isThere = notes.get(path) !== undefined || files.lookup(path).state === 'file';
  return isThere ? [path] : inside;
}

/**
 * Of several notes: the one of the note's own kind, in the same workspace folder, right beside it, right where the
 * name says as seen from the workspace folder, or somewhere below the note's folder; each counts where it leaves any.
 */
function nearest(
  snapshot: Snapshot,
  from: NotePath,
  wanted: WantedNote,
  paths: readonly NotePath[],
): readonly NotePath[] {
  const folder = dirname(from);
  const root = workspaceRoot(snapshot.roots, from);
  const top = root === undefined ? undefined : foldName(join(root, wanted.folders.join('/')));
  const rules: readonly ((path: NotePath) => boolean)[] = [
    (path) => extname(path).toLowerCase() === extname(from).toLowerCase(),
    (path) => root !== undefined && isInside(path, root),
    (path) => dirname(path) === folder && wanted.folders.length === 0,
    (path) => foldName(dirname(path)) === top,
    (path) => isInside(path, folder),
  ];
  let left = paths;
  for (const isNear of rules) {
    const near = left.length > 1 ? left.filter(isNear) : [];
    left = near.length > 0 ? near : left;
  }
  return left;
}
