/**
 * Annotations: what people write in the margin of a note. They stand in the note as comments, so that they render
 * nowhere, are read and merged as plain text, and move along with what they are about.
 */
import type { Span } from '../text/span.ts';

export type AnnotationState = 'open' | 'resolved';

/** One thing that somebody said. */
export interface Remark {
  /** '' where the note does not say. */
  readonly author: string;
  /** As written; '' where the note does not say. */
  readonly date: string;
  /** Lines without the comment's indentation, joined by LF. */
  readonly text: string;
}

export interface Annotation {
  /** The whole comment, from its first character to its last. */
  readonly span: Span;
  readonly state: AnnotationState;
  /** The first remark and the replies to it; never empty. */
  readonly remarks: readonly Remark[];
  /** The phrase that it is about, white space folded; absent where it is about what follows. */
  readonly phrase?: string;
  /** What it is about: the phrase, or the first line of what follows; absent where that is gone. */
  readonly target?: Span;
  /** Index in `Note.headings` of the section that it stands in; -1 before the first title. */
  readonly heading: number;
}
