/** Paths to notes and files: relative to the note, or to the source root where they start with a slash. */
import type { PathTarget } from '../model/link.ts';
import type { NotePath } from '../text/path.ts';
import type { FileState } from './folderFacts.ts';
import { resolveFragment } from './fragment.ts';
import { pathCandidates } from './pathCandidates.ts';
import { type PathEnd, recallPathEnd } from './pathEnds.ts';
import type { Resolution } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';
import { findSourceRoot } from './sourceRoot.ts';

/** What stands at the path of `target` as seen from the note at `from`. What is not known is never called missing. */
export function resolvePath(snapshot: Snapshot, from: NotePath, target: PathTarget): Resolution {
  if (target.glob) {
    return { type: 'opaque' };
  }
  if (target.path === '') {
    return resolveFragment(snapshot, from, target.fragment);
  }
  const end = pathEnd(snapshot, from, target);
  return end.type === 'note' ? resolveFragment(snapshot, end.path, target.fragment) : end;
}

/** The same for a path that is not empty and no pattern, without its fragment. */
export function pathEnd(snapshot: Snapshot, from: NotePath, target: PathTarget): PathEnd {
  return recallPathEnd(snapshot, from, target, findEnd);
}

function findEnd(snapshot: Snapshot, from: NotePath, target: PathTarget): PathEnd {
  const candidates = pathCandidates(snapshot, from, target);
  let unknown = unknownRoot(snapshot, from, target);
  let miswritten: PathEnd | undefined;
  for (const path of candidates) {
    const state = stateOf(snapshot, path);
    if (state.state === 'file' || (state.state === 'folder' && target.to === 'file')) {
      const isNote = target.to === 'note' || snapshot.notes.get(path) !== undefined;
      return { type: isNote ? 'note' : 'file', path };
    }
    if (state.state === 'unknown') {
      unknown ??= { type: 'unknown', folder: state.folder };
    } else if (state.state === 'case-mismatch') {
      miswritten ??= { type: 'case-mismatch', path: state.actual };
    }
  }
  return unknown ?? miswritten ?? { type: 'missing', wanted: target.to, candidates };
}

function stateOf(snapshot: Snapshot, path: NotePath): FileState {
  return snapshot.notes.get(path) === undefined ? snapshot.files.lookup(path) : { state: 'file' };
}

function unknownRoot(snapshot: Snapshot, from: NotePath, target: PathTarget): PathEnd | undefined {
  const folder = target.path.startsWith('/') ? findSourceRoot(snapshot, from).unknown : undefined;
  return folder === undefined ? undefined : { type: 'unknown', folder };
}
