/** Titles of all notes, searched as people type. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { Note } from '../core/model/note.ts';
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
  readonly headings: Note['headings'];
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
    if (!isSearched(entry)) {
      continue;
    }
    const { path } = entry;
    const { headings } = entry.note;
    for (let index = 0; index < headings.length; index++) {
      const { title, level } = headings[index]!;
      const score = matchScore(title, prepared);
      if (score !== undefined) {
        found.push({ path, headings, index, level, score });
      }
    }
    if (prepared.isEmpty && found.length >= limit) {
      break;
    }
  }
  const best = prepared.isEmpty ? found : atLeast(found, limit);
  if (!prepared.isEmpty) {
    best.sort((a, b) => b.score - a.score || a.level - b.level || (a.path < b.path ? -1 : 1) || a.index - b.index);
  }
  return best.slice(0, limit).map(symbolHit);
}

/** Those that are among the best `limit` by score: sorting a few of them by all that counts is quick. */
function atLeast(found: readonly Scored[], limit: number): Scored[] {
  const scores = Float64Array.from(found, ({ score }) => score).sort();
  const least = scores[Math.max(0, scores.length - limit)] ?? 0;
  return found.filter(({ score }) => score >= least);
}

function symbolHit({ path, headings, index }: Scored): SymbolHit {
  const { title, titleSpan, level, parent } = headings[index]!;
  return { title, container: headings[parent]?.title, path, span: titleSpan, level };
}
