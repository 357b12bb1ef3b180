/** Stepping from title to title, whatever their levels. */
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';

/** The first title behind `offset`, or the last one before it that it does not stand on; `undefined` at the end. */
export function adjacentHeading(
  { headings }: Note,
  offset: number,
  direction: 'next' | 'previous',
): { readonly title: string; readonly span: Span } | undefined {
  const heading =
    direction === 'next'
      ? headings.find(({ span }) => span.start > offset)
      : headings.findLast(({ span }) => span.end < offset);
  return heading && { title: heading.title, span: heading.titleSpan };
}
