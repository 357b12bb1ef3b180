/** A few lines of a note, to be read out of their place. */
import type { AnchorKind } from '../core/model/anchor.ts';
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';
import { SpanSearch } from '../core/text/spanSearch.ts';

/** Lines of one excerpt, and characters of one line. */
const MOST_LINES = 6;
const LONGEST = 200;

/** Anchors whose lines say nothing but where a name leads. */
const TARGETS: ReadonlySet<AnchorKind> = new Set<AnchorKind>(['explicit', 'anonymous', 'definition']);

/** Where an excerpt is taken from. */
export interface ExcerptPlace {
  readonly span: Span;
  /** It ends with the first paragraph. */
  readonly isParagraph: boolean;
}

/** What stands below title number `index` of `note`, before the next title. */
export function belowTitle(note: Note, index: number): ExcerptPlace {
  const heading = note.headings[index]!;
  const end = Math.min(heading.sectionEnd, note.headings[index + 1]?.span.start ?? note.lines.length);
  return { span: { start: heading.span.end, end: Math.max(end, heading.span.end) }, isParagraph: false };
}

/** Anchors that stand as lines of their own. */
const BLOCKS: ReadonlySet<AnchorKind> = new Set<AnchorKind>([
  'explicit',
  'anonymous',
  'definition',
  'footnote',
  'citation',
  'substitution',
]);

/** What stands behind `start`, before whatever can be named next. */
export function paragraphAt(note: Note, start: number): ExcerptPlace {
  const anchor = note.anchors.find(({ kind, span }) => span.start > start && BLOCKS.has(kind));
  const heading = note.headings.find(({ span }) => span.start > start);
  const { length } = note.lines;
  return {
    span: { start, end: Math.min(anchor?.span.start ?? length, heading?.span.start ?? length) },
    isParagraph: true,
  };
}

/** The first lines of `place` in `text`, which `note` was read from. Lines that only define targets are left out. */
export function excerpt(text: string, note: Note, { span, isParagraph }: ExcerptPlace): readonly string[] {
  const targets = new SpanSearch(note.anchors.filter(({ kind }) => TARGETS.has(kind)));
  const found: string[] = [];
  for (let at = span.start; at < span.end && found.length < MOST_LINES; ) {
    const end = Math.min(note.lines.startOf(note.lines.lineAt(at) + 1), span.end);
    const line = text.slice(at, end);
    // A footnote's text starts behind the signs that close its name.
    const shown = isParagraph && at === span.start ? line.replace(/^[\]:]+\s/, '').trim() : line.trim();
    if (shown === '' && isParagraph && found.length > 0) {
      break;
    }
    const isTarget = targets.around(at + line.search(/\S|$/)).length > 0;
    if ((shown !== '' || found.length > 0) && !isTarget) {
      found.push(cut(shown));
    }
    at = Math.max(end, at + 1);
  }
  while (found.at(-1) === '') {
    found.pop();
  }
  return found;
}

/** The line of `text` in which `span` starts, as one shows it, and the part of it that is marked. */
export function contextLine(
  text: string,
  note: Note,
  span: Span,
): { readonly line: string; readonly marked: readonly [number, number] } {
  const number = note.lines.lineAt(span.start);
  const start = note.lines.startOf(number);
  const whole = text.slice(start, note.lines.startOf(number + 1));
  const first = start + (whole.length - whole.trimStart().length);
  const line = cut(whole.trim());
  const within = (at: number) => Math.max(0, Math.min(at - first, line.length));
  return { line, marked: [within(span.start), within(span.end)] };
}

function cut(line: string): string {
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
