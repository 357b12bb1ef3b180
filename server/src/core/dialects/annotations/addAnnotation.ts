/**
 * Puts a new annotation into a note: before the block that it is about, and quoting the phrase where it is not about the block's
 * first line. What comes of it is read again before it is proposed, so that a comment never cuts anything in two.
 */
import type { Remark } from '../../model/annotation.ts';
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import type { Span } from '../../text/span.ts';
import { blocksAbove, isBlankLine, lineSpan } from './blocksAbove.ts';
import { type CommentSyntax, lineBreakOf, remarkLines } from './commentSyntax.ts';
import { sameButFor } from './sameButFor.ts';

export interface NewAnnotation {
  readonly text: string;
  readonly note: Note;
  /** What it is about; an empty span means its line. */
  readonly span: Span;
  readonly remark: Remark;
}

type Parse = (text: string) => Note;

interface Place {
  /** Start of the line to insert before. */
  readonly at: number;
  /** What the annotation is about. */
  readonly target: Span;
  /** Whether that has to be quoted: it is not what follows. */
  readonly quotes: boolean;
}

const MOST_TRIES = 12;
const LONGEST_QUOTE = 80;
/** Signs of lists and boxes: what follows them outlives a check-off. */
const LEADING_SIGNS = /^(?:(?:[-*+•‣⁃>|]|#{1,6}|\(?(?:\d{1,9}|[a-zA-Z#])[.)])[ \t]+)*(?:\[[ xX/-]\][ \t]+)?/;

/** See `AnnotationEdits.annotate`. */
export function addAnnotation(
  syntax: CommentSyntax,
  parse: Parse,
  { text, note, span, remark }: NewAnnotation,
): readonly TextEdit[] | undefined {
  const target = targetOf(text, note, span);
  if (target === undefined || remark.text.trim() === '') {
    return undefined;
  }
  // Compared with what the same options give: section titles for to-dos are not known here.
  const before = parse(text);
  let tries = 0;
  for (const place of placesFor(text, note, target)) {
    const edit = tryAt(syntax, parse, { text, before, remark, place });
    if (edit !== undefined) {
      return [edit];
    }
    if (++tries === MOST_TRIES) {
      break;
    }
  }
  return undefined;
}

interface Attempt {
  readonly text: string;
  readonly before: Note;
  readonly remark: Remark;
  readonly place: Place;
}

/** The edit at that place, if the note then says the same as before, and this annotation of this target. */
function tryAt(syntax: CommentSyntax, parse: Parse, { text, before, remark, place }: Attempt): TextEdit | undefined {
  for (let occurrence = 1; occurrence > 0; ) {
    const inserted = commentText(syntax, text, remark, place, occurrence);
    const after = parse(text.slice(0, place.at) + inserted + text.slice(place.at));
    const added = after.annotations.find(({ span }) => span.start === place.at);
    const end = place.at + inserted.length;
    // What is indented below would belong to the comment.
    const isWhole = added !== undefined && added.span.end <= end;
    if (!isWhole || !sameButFor(before, after, { start: place.at, end })) {
      return undefined;
    }
    const start = place.target.start + (place.target.start >= place.at ? inserted.length : 0);
    if (added.target?.start === start) {
      return { span: { start: place.at, end: place.at }, text: inserted };
    }
    const next = added.target === undefined || added.target.start > start ? 0 : occurrence + 1;
    occurrence = place.quotes && next <= MOST_TRIES ? next : 0;
  }
  return undefined;
}

function commentText(
  syntax: CommentSyntax,
  text: string,
  remark: Remark,
  { target, quotes }: Place,
  occurrence: number,
): string {
  const quote = syntax.escape(foldSpace(text.slice(target.start, target.end)));
  const fields = [
    ...(quotes ? [`:on: ${quote}`] : []),
    ...(quotes && occurrence > 1 ? [`:occurrence: ${occurrence}`] : []),
  ];
  const lines = remarkLines(syntax, 'author', remark, ...fields).map((line) =>
    line === '' ? '' : `${syntax.indent}${line}`,
  );
  const whole = [syntax.open, ...lines, ...(syntax.close === '' ? [] : [syntax.close]), '', ''];
  return whole.join(lineBreakOf(text));
}

/** What is annotated: at most a line's worth of it, without the signs before it; `undefined` for blank lines. */
function targetOf(text: string, note: Note, { start, end }: Span): Span | undefined {
  const heading = note.headings.find(({ span }) => span.start <= start && start <= span.end);
  if (heading !== undefined && heading.titleSpan.end > heading.titleSpan.start) {
    return heading.titleSpan;
  }
  const line = lineSpan(note, note.lines.lineAt(start));
  const wanted = end > start ? { start, end } : line;
  const written = text.slice(wanted.start, wanted.end);
  const white = /^\s*/.exec(written)![0].length;
  const isAtLineStart = text.slice(line.start, wanted.start + white).trim() === '';
  const signs = isAtLineStart ? LEADING_SIGNS.exec(written.slice(white))![0].length : 0;
  const from = wanted.start + white + (white + signs < written.trimEnd().length ? signs : 0);
  const quote = shortened(text.slice(from, wanted.end).trimEnd());
  return quote === '' ? undefined : { start: from, end: from + quote.length };
}

function shortened(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  if (firstLine.length <= LONGEST_QUOTE) {
    return firstLine.trimEnd();
  }
  const space = firstLine.lastIndexOf(' ', LONGEST_QUOTE);
  return firstLine.slice(0, space > LONGEST_QUOTE / 2 ? space : LONGEST_QUOTE).trimEnd();
}

/** Where the comment may stand, best first: below a title that it is about, else before the block and those above it. */
function* placesFor(text: string, note: Note, target: Span): Generator<Place> {
  const heading = note.headings.find(({ titleSpan }) => titleSpan.start === target.start);
  if (heading !== undefined) {
    let line = note.lines.lineAt(heading.span.end) + 1;
    while (line < note.lines.lineCount && isBlankLine(text, note, line)) {
      line++;
    }
    if (line < note.lines.lineCount) {
      yield { at: note.lines.startOf(line), target, quotes: true };
    }
    const titleLine = lineSpan(note, note.lines.lineAt(heading.span.start));
    yield { at: titleLine.start, target: { ...target, start: heading.span.start }, quotes: false };
    return;
  }
  const targetLine = note.lines.lineAt(target.start);
  const lineText = text.slice(lineSpan(note, targetLine).start, lineSpan(note, targetLine).end);
  const isWholeLine = foldSpace(text.slice(target.start, target.end)) === foldSpace(lineText);
  for (const line of blocksAbove(text, note, targetLine)) {
    const at = note.lines.startOf(line);
    if (line === targetLine && isWholeLine) {
      yield { at, target, quotes: false };
    }
    yield { at, target, quotes: true };
  }
}
