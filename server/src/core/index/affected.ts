/** Whose findings a change can alter. Goes from what changed to who wants it; never over all links of all notes. */
import type { PathTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { basename, dirname, isInside, type NotePath } from '../text/path.ts';
import { nameWanters, type PathChange } from './nameWanters.ts';
import { foldName } from './noteNames.ts';
import { ABSOLUTE_KEY, folderKey, labelKey, nameKey, noteNameKey, sameFragments } from './noteSymbols.ts';
import { pathCandidates } from './pathCandidates.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The notes whose findings may differ between two snapshots, those that are gone included.
 * `changedNotes`: notes whose text changed, came or went. `changedFolders`: folders whose listing did.
 */
export function affectedNotes(
  before: Snapshot,
  after: Snapshot,
  changedNotes: Iterable<NotePath>,
  changedFolders: Iterable<NotePath>,
): Set<NotePath> {
  const affected = new Set<NotePath>();
  const changedPaths = new Map<NotePath, PathChange>();
  for (const path of changedNotes) {
    affected.add(path);
    addLabelWanters(affected, before, after, path);
    const change = noteChange(before, after, path);
    if (change !== undefined) {
      changedPaths.set(path, change);
    }
    addAll(affected, nameWanters(before, after, path, change));
  }
  for (const folder of changedFolders) {
    addChangedNames(changedPaths, before, after, folder);
    if (before.files.namesIn(folder) === undefined || after.files.namesIn(folder) === undefined) {
      addAll(affected, after.notes.wanters(folderKey(folder)));
      addMovedRoots(affected, after, folder);
    }
  }
  addPathWanters(affected, after, changedPaths);
  return affected;
}

function addLabelWanters(affected: Set<NotePath>, before: Snapshot, after: Snapshot, path: NotePath): void {
  const old = before.notes.symbols(path)?.labels ?? new Set<string>();
  const now = after.notes.symbols(path)?.labels ?? new Set<string>();
  for (const name of new Set([...old, ...now])) {
    if (!old.has(name) || !now.has(name)) {
      addAll(affected, after.notes.wanters(labelKey(name)));
    }
  }
}

function noteChange(before: Snapshot, after: Snapshot, path: NotePath): PathChange | undefined {
  const old = before.notes.get(path)?.note;
  const now = after.notes.get(path)?.note;
  if (old === undefined || now === undefined) {
    return old === now ? undefined : 'existence';
  }
  return sameFragments(old, now) ? undefined : 'fragments';
}

/** Files and folders that came, went, or changed kind in one folder. */
function addChangedNames(
  changed: Map<NotePath, PathChange>,
  before: Snapshot,
  after: Snapshot,
  folder: NotePath,
): void {
  const old = before.files.namesIn(folder);
  const now = after.files.namesIn(folder);
  if ((old === undefined) !== (now === undefined)) {
    changed.set(folder, 'existence');
  }
  for (const name of new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])) {
    if (old?.get(name) !== now?.get(name)) {
      changed.set(folder.endsWith('/') ? folder + name : `${folder}/${name}`, 'existence');
    }
  }
}

function addPathWanters(affected: Set<NotePath>, after: Snapshot, changed: ReadonlyMap<NotePath, PathChange>): void {
  for (const [path, change] of changed) {
    const name = basename(path);
    const keys = new Set([nameKey(name), `/${name.toLowerCase()}`]);
    if (change === 'existence') {
      // A file of any kind may be what a wiki link asks for.
      addAll(affected, after.notes.wanters(noteNameKey(foldName(name))));
    }
    const wanters = new Set([...keys].flatMap((key) => [...after.notes.wanters(key)]));
    for (const wanter of wanters) {
      if (!affected.has(wanter) && wantsPath(after, wanter, path, change)) {
        affected.add(wanter);
      }
    }
    if (change === 'existence' && (name === 'conf.py' || name === 'index.rst')) {
      addMovedRoots(affected, after, dirname(path));
    }
  }
}

/** Notes below `folder` whose absolute paths may start somewhere else now. */
function addMovedRoots(affected: Set<NotePath>, after: Snapshot, folder: NotePath): void {
  for (const wanter of after.notes.wanters(ABSOLUTE_KEY)) {
    if (isInside(wanter, folder)) {
      affected.add(wanter);
    }
  }
}

function wantsPath(snapshot: Snapshot, wanter: NotePath, path: NotePath, change: PathChange): boolean {
  const note = snapshot.notes.get(wanter)?.note;
  const folded = path.toLowerCase();
  const isConcerned = (target: PathTarget): boolean =>
    (change === 'existence' || target.fragment !== undefined) && leadsThrough(snapshot, wanter, target, folded);
  return note !== undefined && pathTargets(note).some(isConcerned);
}

function leadsThrough(snapshot: Snapshot, from: NotePath, target: PathTarget, folded: NotePath): boolean {
  if (target.path === '') {
    return false;
  }
  return pathCandidates(snapshot, from, target).some((candidate) => isInside(candidate.toLowerCase(), folded));
}

function pathTargets(note: Note): readonly PathTarget[] {
  const targets = [...note.links.map(({ target }) => target), ...note.anchors.map(({ value }) => value)];
  return targets.filter((target): target is PathTarget => target?.type === 'path');
}

function addAll(set: Set<NotePath>, paths: Iterable<NotePath>): void {
  for (const path of paths) {
    set.add(path);
  }
}
