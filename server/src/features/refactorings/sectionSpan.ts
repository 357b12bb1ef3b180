/** What belongs to a section when it moves. */
import type { Note } from '../../core/model/note.ts';
import type { Span } from '../../core/text/span.ts';
import { sectionAt } from '../sections.ts';

/** Where section `index` starts: at its first label, which stands above the title. */
export function sectionStart({ headings, anchors, lines }: Note, index: number): number {
  const heading = headings[index]!;
  const before = headings[index - 1]?.span.end ?? 0;
  const label = anchors.find(
    ({ name, value, span }) =>
      value === undefined && span.start >= before && span.end <= heading.span.start && heading.names.includes(name),
  );
  return lines.startOf(lines.lineAt((label ?? heading).span.start));
}

/** Section `index` with its labels and all sections inside, up to where the next one starts. */
export function sectionSpan(note: Note, index: number): Span {
  const { sectionEnd } = note.headings[index]!;
  const next = note.headings.findIndex((heading, at) => at > index && heading.span.start >= sectionEnd);
  return { start: sectionStart(note, index), end: next < 0 ? note.lines.length : sectionStart(note, next) };
}

/** The section whose title or label is at `offset`, or else the innermost one around it; -1 for none. */
export function sectionOf(note: Note, offset: number): number {
  const at = sectionAt(note, offset);
  const next = note.headings[at + 1];
  return next !== undefined && offset >= sectionStart(note, at + 1) ? at + 1 : at;
}

/** Indexes of section `index` and of all inside it. */
export function withInside({ headings }: Note, index: number): readonly number[] {
  const { sectionEnd } = headings[index]!;
  return [...headings.keys()].filter((at) => at >= index && (at === index || headings[at]!.span.start < sectionEnd));
}
