/** Titles of all notes, searched as people type. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { matchScore, prepareQuery } from './matchScore.ts';

export interface SymbolHit {
  readonly title: string;
  /** The title of the section around. A top title has none: editors show the note's path anyway. */
  readonly container: string | undefined;
  readonly path: NotePath;
  /** The title. */
  readonly span: Span;
  readonly level: number;
}

interface Scored {
  readonly path: NotePath;
  readonly index: number;
  readonly level: number;
  readonly score: number;
}

/**
 * The best `limit` titles for `query`, best first; the first `limit` where it is empty. Of the notes that `isSearched`
 * leaves out there are none.
 */
export function workspaceSymbols(
  snapshot: Snapshot,
  query: string,
  limit: number,
  isSearched: (entry: NoteEntry) => boolean = () => true,
): readonly SymbolHit[] {
  const prepared = prepareQuery(query);
  const found: Scored[] = [];
  for (const entry of snapshot.notes.entries()) {
    const { path, note } = entry;
    if (!isSearched(entry)) {
      continue;
    }
    for (let index = 0; index < note.headings.length; index++) {
      const { title, level } = note.headings[index]!;
      const score = matchScore(title, prepared);
      if (score !== undefined) {
        found.push({ path, index, level, score });
      }
    }
    if (prepared.words.length === 0 && found.length >= limit) {
      break;
    }
  }
  if (prepared.words.length > 0) {
    found.sort((a, b) => b.score - a.score || a.level - b.level || (a.path < b.path ? -1 : 1) || a.index - b.index);
  }
  return found.slice(0, limit).map((hit) => symbolHit(snapshot, hit));
}

function symbolHit(snapshot: Snapshot, { path, index }: Scored): SymbolHit {
  const headings = snapshot.notes.get(path)!.note.headings;
  const { title, titleSpan, level, parent } = headings[index]!;
  return { title, container: headings[parent]?.title, path, span: titleSpan, level };
}
