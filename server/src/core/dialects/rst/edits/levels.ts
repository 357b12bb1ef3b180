/** Levels of sections, which reStructuredText tells by the order in which adornments first appear. */
import type { TextEdit } from '../../../model/edit.ts';
import type { Heading, Note } from '../../../model/note.ts';
import type { Span } from '../../../text/span.ts';
import { columnWidth } from '../columnWidth.ts';
import { titleParts } from './renameHeading.ts';

/** Adornments that people use, in the order in which they are taken where a note has none for a level. */
const MARKS = '=-~^"\'+*#.:_`';

/** How the titles of one level are adorned. */
interface Adornment {
  readonly mark: string;
  readonly isOver: boolean;
}

/** The adornment of a note's outermost titles; `undefined` where it has none. */
export function topAdornment(like: { readonly text: string; readonly note: Note } | undefined): Adornment | undefined {
  const first = like?.note.headings[0];
  return first && like && adornmentOf(like.text, like.note, first);
}

/** See `TextWrites.setLevels`. */
export function setLevels(
  text: string,
  note: Note,
  levels: ReadonlyMap<number, number>,
): readonly TextEdit[] | undefined {
  const styles = stylesOf(text, note);
  const edits: TextEdit[] = [];
  for (const [index, level] of levels) {
    const heading = note.headings[index];
    if (heading === undefined || level < 1 || level > 9) {
      return undefined;
    }
    const style = styles.get(level) ?? newStyle(styles);
    styles.set(level, style);
    edits.push(...restyled(text, note, heading, style));
  }
  return edits;
}

/** See `TextWrites.mendTitle`. */
export function mendTitle(text: string, note: Note, code: string, span: Span): readonly TextEdit[] | undefined {
  if (code === 'heading.underline-short') {
    const index = note.headings.findIndex(
      (heading) => heading.span.start <= span.start && span.end <= heading.span.end,
    );
    const heading = note.headings[index];
    return heading && lengthened(text, note, heading);
  }
  if (code !== 'heading.level-inconsistent') {
    return undefined;
  }
  const before = note.headings.findLast((heading) => heading.span.end <= span.start);
  const style = before && adornmentOf(text, note, before);
  const [first = '', second = '', third] = text.slice(span.start, span.end).split(/\r\n|\r|\n/);
  if (style === undefined || third !== undefined || style.isOver) {
    return undefined;
  }
  const start = span.end - second.length;
  const line = style.mark.repeat(Math.max(columnWidth(first.trim()), second.trim().length));
  return [{ span: { start, end: span.end }, text: line }];
}

function lengthened(text: string, note: Note, heading: Heading): readonly TextEdit[] {
  const { overline, underline, indent } = titleParts(text, note, heading);
  const width = columnWidth(text.slice(heading.titleSpan.start, heading.titleSpan.end)) + indent;
  return [overline, underline].flatMap((line) =>
    line === undefined || line.end - line.start >= width ? [] : [{ span: line, text: text[line.start]!.repeat(width) }],
  );
}

function stylesOf(text: string, note: Note): Map<number, Adornment> {
  const styles = new Map<number, Adornment>();
  for (const heading of note.headings) {
    if (!styles.has(heading.level)) {
      styles.set(heading.level, adornmentOf(text, note, heading));
    }
  }
  return styles;
}

function adornmentOf(text: string, note: Note, heading: Heading): Adornment {
  const { overline, underline } = titleParts(text, note, heading);
  return { mark: text[underline.start]!, isOver: overline !== undefined };
}

function newStyle(styles: ReadonlyMap<number, Adornment>): Adornment {
  const used = new Set([...styles.values()].map(({ mark }) => mark));
  return { mark: [...MARKS].find((mark) => !used.has(mark)) ?? '=', isOver: false };
}

/** The title's lines in another style, with as much adornment as there was. */
function restyled(text: string, note: Note, heading: Heading, { mark, isOver }: Adornment): readonly TextEdit[] {
  const { overline, underline } = titleParts(text, note, heading);
  const line = mark.repeat(underline.end - underline.start);
  const edits: TextEdit[] = [{ span: underline, text: line }];
  const titleStart = note.lines.startOf(note.lines.lineAt(heading.titleSpan.start));
  if (overline !== undefined) {
    edits.push(
      isOver
        ? { span: overline, text: line }
        : // Without its overline a title cannot be indented.
          { span: { start: overline.start, end: heading.titleSpan.start }, text: '' },
    );
  } else if (isOver) {
    const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
    edits.push({ span: { start: titleStart, end: titleStart }, text: `${line}${lineBreak}` });
  }
  return edits;
}
