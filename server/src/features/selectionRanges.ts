/** What to select next when a selection grows: the word, the link, the paragraph, the item, the section, the note. */
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';
import { indentedBlocks, paragraphAround, wordAt } from '../core/text/textBlocks.ts';
import { sectionAt, sectionChain } from './sections.ts';

/** Spans around `offset` of `text`, which `note` was read from: each holds the one before it, and is larger. */
export function selectionRanges(text: string, note: Note, offset: number): readonly Span[] {
  const candidates = [
    wordAt(text, offset),
    ...linkSpans(note, offset),
    paragraphAround(text, note.lines, offset),
    ...indentedBlocks(text, note.lines, offset),
    ...note.todos.map(({ span }) => span),
    ...note.folds.map(({ span }) => span),
    ...sectionSpans(note, offset),
    { start: 0, end: note.lines.length },
  ].filter((span) => span !== undefined && span.start <= offset && offset <= span.end);
  const bySize = candidates.map((span) => span!).sort((a, b) => a.end - a.start - (b.end - b.start));
  const chain: Span[] = [];
  for (const span of bySize) {
    const inner = chain.at(-1);
    if (inner === undefined || (holds(span, inner) && !holds(inner, span))) {
      chain.push(span);
    }
  }
  return chain;
}

/** A link's target, and the whole; the same for targets. */
function linkSpans({ links, anchors }: Note, offset: number): readonly Span[] {
  const spans: Span[] = [];
  for (const { span, targetSpan } of links) {
    if (span.start > offset) {
      break;
    }
    spans.push(targetSpan, span);
  }
  for (const { span, nameSpan, valueSpan } of anchors) {
    if (span.start > offset) {
      break;
    }
    spans.push(nameSpan, span, ...(valueSpan === undefined ? [] : [valueSpan]));
  }
  return spans;
}

/** The title, and each section around without and with its title. */
function sectionSpans(note: Note, offset: number): readonly Span[] {
  return sectionChain(note, sectionAt(note, offset)).flatMap((index) => {
    const { span, titleSpan, sectionEnd } = note.headings[index]!;
    const body = note.lines.startOf(note.lines.lineAt(span.end) + 1);
    return [
      titleSpan,
      span,
      { start: Math.min(body, sectionEnd), end: sectionEnd },
      { start: span.start, end: sectionEnd },
    ];
  });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
