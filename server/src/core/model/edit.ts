/** A change to one note's text. */
import type { Span } from '../text/span.ts';

/** Replace what stands at `span` by `text`. Edits of one list do not overlap and refer to the same text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}
