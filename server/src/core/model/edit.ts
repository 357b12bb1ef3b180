/** A change to one note's text. */
import type { Span } from '../text/span.ts';

/** Replace what stands at `span` by `text`. Edits of one list do not overlap and refer to the same text. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** Edits in the order of their places. */
export function inPlaceOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** `text` with `edits` carried out. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: put } of inPlaceOrder(edits)) {
    parts.push(text.slice(at, span.start), put);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
