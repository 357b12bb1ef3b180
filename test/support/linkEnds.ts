/** Where the links of notes lead, and what is found in them, for comparing workspaces before and after a change. */
import { FolderFacts } from '../../server/src/core/index/folderFacts.ts';
import { type NoteEntry, NoteIndex } from '../../server/src/core/index/noteIndex.ts';
import { resolve } from '../../server/src/core/index/resolve.ts';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { targetUses } from '../../server/src/core/index/targetUses.ts';
import type { LinkTarget } from '../../server/src/core/model/link.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import { findings } from '../../server/src/features/findings.ts';
import { type Move, movedPath } from '../../server/src/features/moves/movedPaths.ts';
import type { Files } from './noteFiles.ts';
import { entryOf, listingsOf, root } from './workspace.ts';

const read = new Map<string, NoteEntry | undefined>();

/** The workspace of `files`; a note that was read before is not read again. */
export function snapshotOfFiles(files: Files): Snapshot {
  const entries = [...files].map(([path, text]) => {
    const key = `${path}\n${text}`;
    const entry = read.has(key) ? read.get(key) : entryOf(path, text);
    read.set(key, entry);
    return { path, entry };
  });
  return {
    notes: NoteIndex.empty.with(entries.filter(({ entry }) => entry !== undefined)),
    files: FolderFacts.empty.with(listingsOf([...files.keys()])),
    roots: [root],
  };
}

/** Forgets what was read. */
export function forgetNotes(): void {
  read.clear();
}

/** How often each code is found in all notes. */
export function codesIn(snapshot: Snapshot): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of snapshot.notes.entries()) {
    for (const { code } of findings(snapshot, path)) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Codes that are found more often than before; none where there are as few findings in all, since one that is mended may
 * have hidden another.
 */
export function freshCodes(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): string[] {
  return total(after) <= total(before)
    ? []
    : [...after].filter(([code, count]) => count > (before.get(code) ?? 0)).map(([code]) => code);
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** Where each link and value of each note leads, in their order; '' for those that lead nowhere. `moves` are yet to come. */
export function linkEnds(snapshot: Snapshot, moves: readonly Move[] = []): ReadonlyMap<NotePath, readonly string[]> {
  return new Map(
    [...snapshot.notes.entries()].map(({ path, note }) => [
      movedPath(moves, path),
      targetUses(note).map(({ target }) => linkEnd(snapshot, path, target, moves)),
    ]),
  );
}

function linkEnd(snapshot: Snapshot, from: NotePath, target: LinkTarget, moves: readonly Move[]): string {
  const end = resolve(snapshot, from, target);
  switch (end.type) {
    case 'url':
      return end.url;
    case 'file':
      return movedPath(moves, end.path);
    case 'note':
    case 'anchor':
      return `${movedPath(moves, end.path)} ${placeIn(snapshot, end.path, end.span?.start)}`;
    default:
      return '';
  }
}

/** Which title or target of the note starts at `offset`. */
function placeIn(snapshot: Snapshot, path: NotePath, offset: number | undefined): string {
  const { headings = [], anchors = [] } = snapshot.notes.get(path)?.note ?? {};
  const heading = headings.findIndex(({ titleSpan }) => titleSpan.start === offset);
  return `title ${heading} target ${anchors.findIndex(({ span }) => span.start === offset)}`;
}

/** Lines that are in one workspace only, by file. */
export function changedLines(before: Files, after: Files): string {
  const shown: string[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before, after].map((files) => new Set((files.get(path) ?? '').split(/\r?\n/)));
    const gone = [...was!].filter((line) => !is!.has(line)).map((line) => `  - ${line}`);
    const come = [...is!].filter((line) => !was!.has(line)).map((line) => `  + ${line}`);
    shown.push(...(gone.length + come.length > 0 ? [path, ...gone, ...come] : []));
  }
  return shown.join('\n');
}
