/** What can be folded in a note: sections, blocks, to-dos with to-dos inside. */
import type { Note } from '../core/model/note.ts';

export interface FoldingRange {
  /** 0-based; the line that stays visible. */
  readonly startLine: number;
  /** 0-based; the last line that is hidden. */
  readonly endLine: number;
  readonly kind?: 'region' | 'comment';
}

/** Folding ranges in document order, at most one from each line. */
export function foldingRanges(_note: Note): readonly FoldingRange[] {
  throw new Error('not written yet');
}
