/** Gives a section another title; its adornments grow and shrink with it. */
import type { TextEdit } from '../../../model/edit.ts';
import type { Heading, Note } from '../../../model/note.ts';
import type { Span } from '../../../text/span.ts';
import { columnWidth } from '../columnWidth.ts';

/** A title's lines, as spans without the white space around. */
interface TitleParts {
  readonly overline?: Span;
  readonly underline: Span;
  /** Columns that the title is indented by below its overline. */
  readonly indent: number;
}

/** See `DialectEdits.renameHeading`. */
export function renameHeading(text: string, note: Note, index: number, title: string): readonly TextEdit[] {
  const heading = note.headings[index]!;
  const parts = titleParts(text, note, heading);
  const length = adornmentLength(text, note, index, title);
  const mark = text[parts.underline.start]!;
  const edits: TextEdit[] = [{ span: heading.titleSpan, text: title }];
  for (const line of [parts.overline, parts.underline]) {
    if (line !== undefined && line.end - line.start !== length) {
      edits.push({ span: line, text: mark.repeat(length) });
    }
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** The lines of `heading` above and below its title. */
export function titleParts(text: string, { lines }: Note, { span, titleSpan }: Heading): TitleParts {
  const titleLine = lines.lineAt(titleSpan.start);
  const below = lines.startOf(lines.lineAt(span.end));
  const indented = /^\s*/.exec(text.slice(below, span.end))![0].length;
  const underline = { start: below + indented, end: span.end };
  if (lines.lineAt(span.start) === titleLine) {
    return { underline, indent: 0 };
  }
  const above = text.slice(span.start, lines.startOf(titleLine)).trimEnd();
  const indent = columnWidth(text.slice(lines.startOf(titleLine), titleSpan.start));
  return { overline: { start: span.start, end: span.start + above.length }, underline, indent };
}

/**
 * How long the adornment of section `index` is to be for `title`: as much longer than the title as it was. Where the
 * note's adornments of this kind all have one length, it stays that.
 */
function adornmentLength(text: string, note: Note, index: number, title: string): number {
  const heading = note.headings[index]!;
  const { underline, indent } = titleParts(text, note, heading);
  const length = underline.end - underline.start;
  const before = columnWidth(text.slice(heading.titleSpan.start, heading.titleSpan.end));
  const width = columnWidth(title);
  if (hasOneLength(text, note, index, length)) {
    return Math.max(length, width + indent);
  }
  return width + Math.max(indent, length - before);
}

function hasOneLength(text: string, note: Note, index: number, length: number): boolean {
  const level = note.headings[index]!.level;
  const widths = new Set<number>();
  let others = 0;
  for (const heading of note.headings) {
    if (heading.level !== level) {
      continue;
    }
    const { underline } = titleParts(text, note, heading);
    if (underline.end - underline.start !== length) {
      return false;
    }
    widths.add(columnWidth(text.slice(heading.titleSpan.start, heading.titleSpan.end)));
    others++;
  }
  return others > 2 && widths.size > 1;
}
