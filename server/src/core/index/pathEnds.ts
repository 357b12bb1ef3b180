/**
 * Where paths ended last, kept while the same files and notes are there: with each letter that is typed, all links of
 * the note are looked at again, and hardly any of them changed.
 */
import type { PathTarget } from '../model/link.ts';
import type { NotePath } from '../text/path.ts';
import type { Resolution } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a path leads, its fragment left out. */
export type PathEnd = Extract<Resolution, { type: 'note' | 'file' | 'missing' | 'case-mismatch' | 'unknown' }>;

type EndsByPath = Record<PathTarget['to'], Map<string, PathEnd>>;

interface Ends {
  readonly files: object;
  readonly population: object;
  readonly roots: object;
  readonly byNote: Map<NotePath, EndsByPath>;
}

/** More than the links of a large note, and little beside the notes of a workspace. */
const MOST = 5000;

let ends: Ends | undefined;
let size = 0;

/** The end of `target` as written in the note at `from`: as it is known, else as `find` finds it. */
export function recallPathEnd(
  snapshot: Snapshot,
  from: NotePath,
  target: PathTarget,
  find: (snapshot: Snapshot, from: NotePath, target: PathTarget) => PathEnd,
): PathEnd {
  const byPath = endsFor(snapshot, from)[target.to];
  let end = byPath.get(target.path);
  if (end === undefined) {
    end = find(snapshot, from, target);
    byPath.set(target.path, end);
    size++;
  }
  return end;
}

function endsFor({ files, notes, roots }: Snapshot, from: NotePath): EndsByPath {
  const { population } = notes;
  const isCurrent = ends?.files === files && ends.population === population && ends.roots === roots && size < MOST;
  if (ends === undefined || !isCurrent) {
    ends = { files, population, roots, byNote: new Map() };
    size = 0;
  }
  let byPath = ends.byNote.get(from);
  if (byPath === undefined) {
    byPath = { note: new Map(), file: new Map() };
    ends.byNote.set(from, byPath);
  }
  return byPath;
}
