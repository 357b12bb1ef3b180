/**
 * Where paths ended last, kept while the same files and notes are there: with each letter that is typed, all links of
 * the note are looked at again, and hardly any of them changed. Notes in one folder share what they know.
 */
import type { PathTarget } from '../model/link.ts';
import { dirname, extname, type NotePath } from '../text/path.ts';
import type { Resolution } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';

/** Where a path leads, its fragment left out. */
export type PathEnd = Extract<Resolution, { type: 'note' | 'file' | 'missing' | 'case-mismatch' | 'unknown' }>;

type EndsByPath = Record<PathTarget['to'], Map<string, PathEnd>>;

interface Ends {
  readonly files: object;
  readonly population: object;
  readonly roots: object;
  /** By the folder and the suffix of the note that a path is written in, which are all that counts of it. */
  readonly byPlace: Map<string, EndsByPath>;
  /** The note that was asked for last. */
  last: { readonly note: NotePath; readonly ends: EndsByPath } | undefined;
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
    ends = { files, population, roots, byPlace: new Map(), last: undefined };
    size = 0;
  }
  if (ends.last?.note !== from) {
    ends.last = { note: from, ends: endsAt(ends.byPlace, `${dirname(from)}/${extname(from)}`) };
  }
  return ends.last.ends;
}

function endsAt(byPlace: Map<string, EndsByPath>, place: string): EndsByPath {
  let byPath = byPlace.get(place);
  if (byPath === undefined) {
    byPath = { note: new Map(), file: new Map() };
    byPlace.set(place, byPath);
  }
  return byPath;
}
