/** The sections of a note as a tree. */
import type { Heading, Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';

export interface OutlineItem {
  readonly title: string;
  readonly level: number;
  /** The whole section. */
  readonly span: Span;
  /** The title. */
  readonly selectionSpan: Span;
  readonly children: readonly OutlineItem[];
}

/** The outermost sections of `note`, each with those inside of it. */
export function outline(note: Note): readonly OutlineItem[] {
  const items = note.headings.map(itemOf);
  const roots: OutlineItem[] = [];
  note.headings.forEach((heading, index) => {
    const siblings = items[heading.parent]?.children ?? roots;
    siblings.push(items[index]!);
  });
  return roots;
}

function itemOf(heading: Heading): OutlineItem & { readonly children: OutlineItem[] } {
  const { title, level, span, titleSpan, sectionEnd } = heading;
  return {
    title,
    level,
    span: { start: span.start, end: Math.max(sectionEnd, span.end) },
    selectionSpan: titleSpan,
    children: [],
  };
}
