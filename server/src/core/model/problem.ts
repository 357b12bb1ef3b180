/**
 * Problems: what a dialect finds wrong in one note's own text, without knowing any other note.
 */
import type { Span } from '../text/span.ts';

/** Stable: settings, docs pages and users' scripts name them. */
export type ProblemCode = 'heading.underline-short' | 'heading.level-inconsistent' | 'heading.invalid';

export interface Problem {
  readonly code: ProblemCode;
  readonly span: Span;
  /** A plain sentence for the user. */
  readonly message: string;
}
