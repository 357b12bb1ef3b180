/** Whose wiki links a changed note can concern: they ask for it by what it is called, wherever it is. */
import type { NotePath } from '../text/path.ts';
import { namesOf, wantedNames } from './noteNames.ts';
import { noteNameKey } from './noteSymbols.ts';
import type { Snapshot } from './snapshot.ts';

/** The file or folder came or went; or it is a note, and answers to other fragments. */
export type PathChange = 'existence' | 'fragments';

/** The notes with wiki links that the note at `path` answers to otherwise than before; `change` is what became of it. */
export function nameWanters(
  before: Snapshot,
  after: Snapshot,
  path: NotePath,
  change: PathChange | undefined,
): readonly NotePath[] {
  const old = namesIn(before, path);
  const now = namesIn(after, path);
  const affected: NotePath[] = [];
  for (const name of new Set([...old, ...now])) {
    const wanters = after.notes.wanters(noteNameKey(name));
    if (change === 'existence' || !old.has(name) || !now.has(name)) {
      affected.push(...wanters);
    } else if (change === 'fragments') {
      affected.push(...wanters.filter((wanter) => wantsPlaceIn(after, wanter, name)));
    }
  }
  return affected;
}

function namesIn({ notes }: Snapshot, path: NotePath): ReadonlySet<string> {
  const entry = notes.get(path);
  return entry === undefined ? new Set() : namesOf(entry);
}

function wantsPlaceIn({ notes }: Snapshot, wanter: NotePath, name: string): boolean {
  const links = notes.get(wanter)?.note.links ?? [];
  return links.some(
    ({ target }) => target.type === 'note-name' && target.fragment !== undefined && wantedNames(target.name).has(name),
  );
}
