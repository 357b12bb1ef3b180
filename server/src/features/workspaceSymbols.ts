/** Titles of all notes, searched as people type. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';

export interface SymbolHit {
  readonly title: string;
  /** The section around, or the note. */
  readonly container: string;
  readonly path: NotePath;
  /** The title. */
  readonly span: Span;
  readonly level: number;
}

/** The best `limit` titles for `query`, best first; the first `limit` where it is empty. */
export function workspaceSymbols(_snapshot: Snapshot, _query: string, _limit: number): readonly SymbolHit[] {
  throw new Error('not written yet');
}
