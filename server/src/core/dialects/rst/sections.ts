/**
 * Section titles and transitions. Source: reStructuredText specification, "Sections" and "Transitions"; what is a title,
 * a problem or plain text where an adornment is short follows docutils' `Text.underline` and `Line`.
 */
import { say } from '../../text/say.ts';
import type { Span } from '../../text/span.ts';
import type { Block, BlockReader } from './block.ts';
import { isAdornment, isPlain } from './characters.ts';
import { columnWidth } from './columnWidth.ts';
import { columnAt, isBlank, type Lines, lineText, trimBlank } from './lines.ts';
import type { TitleStyles } from './titleStyles.ts';

/** Adornments shorter than this are only taken for one where they fit. */
const SHORT = 4;

/** Whether `line` is one punctuation character, repeated. */
export function isAdornmentLine(lines: Lines, line: number): boolean {
  const { text } = lines;
  const start = lines.first[line]!;
  const end = lines.end[line]!;
  const code = text.charCodeAt(start);
  if (start >= end || !isAdornment(code)) {
    return false;
  }
  for (let at = start + 1; at < end; at++) {
    if (text.charCodeAt(at) !== code) {
      return false;
    }
  }
  return true;
}

function widthOf(lines: Lines, line: number): number {
  return lines.end[line]! - lines.first[line]!;
}

/**
 * A title that is underlined only:
 *
 *     Title
 *     =====
 *
 * `line` holds the title, and the next line is an adornment. Answers the line behind, or `undefined` where both are text.
 */
export function underlinedTitle(
  reader: BlockReader,
  styles: TitleStyles,
  block: Block,
  line: number,
): number | undefined {
  const { lines } = block;
  const underline = line + 1;
  const isShort = titleWidth(lines, line) > widthOf(lines, underline);
  if (isShort && widthOf(lines, underline) < SHORT) {
    return undefined;
  }
  if (block.place.titles !== 'read') {
    if (block.place.titles !== 'left') {
      const message = say('A section title cannot stand inside of a list, a quote or a directive.');
      reader.note.addProblem({ code: 'heading.invalid', span: spanOf(lines, line, underline), message });
    }
    reader.leaves('nothing');
    return underline + 1;
  }
  if (isShort) {
    addShortProblem(reader, lines, underline, say('The underline is shorter than its title.'));
  }
  const style = lines.text[lines.first[underline]!]!;
  addSection(reader, styles, style, lines, line, spanOf(lines, line, underline));
  return underline + 1;
}

/**
 * A title with an overline, or a transition:
 *
 *     =======
 *      Title
 *     =======
 *
 * Answers the line behind, or `undefined` where `line` is no adornment.
 */
export function overlinedTitle(
  reader: BlockReader,
  styles: TitleStyles,
  block: Block,
  line: number,
): number | undefined {
  const { lines } = block;
  if (!isAdornmentLine(lines, line)) {
    return undefined;
  }
  const width = widthOf(lines, line);
  if (block.place.titles !== 'read') {
    if (width < SHORT) {
      return undefined;
    }
    if (block.place.titles !== 'left') {
      const message = say('A title or transition cannot stand inside of a list, a quote or a directive.');
      addInvalid(reader, lines, line, line, message);
    }
    reader.leaves('nothing');
    return line + 1;
  }
  const title = line + 1;
  if (title >= block.to || isBlank(lines, title)) {
    return width < SHORT ? undefined : line + 1;
  }
  if (isAdornmentLine(lines, title) && lines.indent[title] === block.column) {
    if (width < SHORT) {
      return undefined;
    }
    addInvalid(reader, lines, line, title, say('This is neither a title nor a transition.'));
    return title + 1;
  }
  return titleBelow(reader, styles, block, line);
}

/** Reads the title below the overline at `line`, or says what is wrong with it. */
function titleBelow(reader: BlockReader, styles: TitleStyles, block: Block, line: number): number | undefined {
  const { lines } = block;
  const width = widthOf(lines, line);
  const title = line + 1;
  const underline = line + 2;
  const problem = overlineProblem(block, line);
  if (problem !== undefined) {
    if (width < SHORT) {
      return undefined;
    }
    addInvalid(reader, lines, line, Math.min(underline, block.to - 1), problem);
    return Math.min(underline + 1, block.to);
  }
  if (lines.indent[title]! - block.column + titleWidth(lines, title) > width) {
    if (width < SHORT) {
      return undefined;
    }
    addShortProblem(reader, lines, line, say('The overline is shorter than its title.'));
  }
  const mark = lines.text[lines.first[line]!]!;
  addSection(reader, styles, mark + mark, lines, title, spanOf(lines, line, underline));
  return underline + 1;
}

/** Columns that the text of `line` takes: wide characters count twice, tabs up to their stop. */
function titleWidth(lines: Lines, line: number): number {
  if (!lines.hasTabs && isPlain(lines.text, lines.first[line]!, lines.end[line]!)) {
    return widthOf(lines, line);
  }
  const tabbed = columnAt(lines, line, lines.end[line]!) - lines.indent[line]!;
  return columnWidth(lineText(lines, line)) + tabbed - widthOf(lines, line);
}

function overlineProblem({ lines, to, column }: Block, line: number): string | undefined {
  const underline = line + 2;
  if (underline >= to) {
    return say('The title ends before its underline.');
  }
  if (lines.indent[underline] !== column || !isAdornmentLine(lines, underline)) {
    return say('The title has an overline but no underline.');
  }
  return lineText(lines, line) === lineText(lines, underline)
    ? undefined
    : say('The overline and the underline of the title differ.');
}

function addSection(
  reader: BlockReader,
  styles: TitleStyles,
  style: string,
  lines: Lines,
  titleLine: number,
  span: Span,
): void {
  const level = styles.enter(style);
  if (level === undefined) {
    reader.note.addProblem({
      code: 'heading.level-inconsistent',
      span,
      message: say('No title before has the style “{0}” at this level: this is not read as a section.', style),
    });
    return;
  }
  const titleSpan = { start: lines.first[titleLine]!, end: lines.end[titleLine]! };
  // White space is folded in it already, as in a name.
  reader.readTitle(lines, titleLine, (title) =>
    reader.note.addHeading(title, level, span, titleSpan, [title.toLowerCase()]),
  );
}

function addShortProblem(reader: BlockReader, lines: Lines, line: number, message: string): void {
  reader.note.addProblem({
    code: 'heading.underline-short',
    span: spanOf(lines, line, line),
    message,
  });
}

function addInvalid(reader: BlockReader, lines: Lines, from: number, last: number, message: string): void {
  const end = trimBlank(lines, from, last + 1);
  reader.note.addProblem({ code: 'heading.invalid', span: spanOf(lines, from, end - 1), message });
}

function spanOf(lines: Lines, from: number, last: number): Span {
  return { start: lines.first[from]!, end: lines.end[last]! };
}
