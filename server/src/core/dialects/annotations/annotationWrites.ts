/** The writes of annotations, which differ between formats only in how a comment is written. */
import type { Annotation, AnnotationState, Remark } from '../../model/annotation.ts';
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import type { Span } from '../../text/span.ts';
import { addAnnotation } from './addAnnotation.ts';
import { annotationMark, type CommentLayout, commentLayout, escapedLines, type LayoutRemark } from './commentLayout.ts';
import { type CommentSyntax, lineBreakOf, remarkLines } from './commentSyntax.ts';

export interface AnnotationEdits {
  /**
   * Edits that put a new annotation of what stands at `span` into the note; `undefined` where there is nothing to annotate or
   * no room for a comment. They insert whole lines between blocks and change nothing else that the note says.
   */
  annotate(text: string, note: Note, span: Span, remark: Remark): readonly TextEdit[] | undefined;
  /** Edits that add a reply to an annotation of the note. */
  reply(text: string, annotation: Annotation, remark: Remark): readonly TextEdit[];
  /** Edits that give remark number `remark` another text. */
  editRemark(text: string, annotation: Annotation, remark: number, newText: string): readonly TextEdit[];
  setAnnotationState(text: string, annotation: Annotation, state: AnnotationState): readonly TextEdit[];
  /** Edits that take a reply away, or, for remark 0, the whole annotation. */
  removeRemark(text: string, annotation: Annotation, remark: number): readonly TextEdit[];
}

/** The edits for a format that writes comments like this, and reads notes by `parse`. */
export function annotationWrites(syntax: CommentSyntax, parse: (text: string) => Note): AnnotationEdits {
  return {
    annotate: (text, note, span, remark) => addAnnotation(syntax, parse, { text, note, span, remark }),
    reply: (text, annotation, remark) => addReply(new WrittenComment(syntax, text, annotation), syntax, remark),
    editRemark: (text, annotation, remark, newText) =>
      editRemark(new WrittenComment(syntax, text, annotation), syntax, remark, newText),
    setAnnotationState: (text, annotation, state) =>
      annotation.state === state ? [] : [setState(new WrittenComment(syntax, text, annotation), state)],
    removeRemark: (text, annotation, remark) =>
      remark === 0
        ? [{ span: wholeLines(text, annotation.span), text: '' }]
        : removeReply(new WrittenComment(syntax, text, annotation), remark),
  };
}

/** A comment that stands in a note: its parts, and how its lines are written. */
class WrittenComment {
  /** Behind the mark. */
  readonly contentStart: number;
  readonly layout: CommentLayout;
  /** A line break, and what stands before each line. */
  readonly newLine: string;

  constructor(syntax: CommentSyntax, text: string, { span }: Annotation) {
    const isClosed = syntax.close !== '' && text.startsWith(syntax.close, span.end - syntax.close.length);
    const end = isClosed ? span.end - syntax.close.length : span.end;
    this.contentStart = text.indexOf(annotationMark, span.start) + annotationMark.length;
    this.layout = commentLayout(text, this.contentStart, end);
    const [first] = this.layout.remarks;
    const inside = first?.fields[0]?.span.start ?? first?.textSpan.start ?? this.contentStart;
    const indent = whiteBefore(text, inside) ?? `${whiteBefore(text, span.start) ?? ''}${syntax.indent}`;
    this.newLine = `${lineBreakOf(text)}${indent}`;
  }
}

function addReply({ layout, newLine }: WrittenComment, syntax: CommentSyntax, remark: Remark): readonly TextEdit[] {
  const at = layout.remarks.at(-1)!.textSpan.end;
  const lines = remarkLines(syntax, 'reply', remark);
  return [{ span: { start: at, end: at }, text: ['', ...lines].map((line) => newLineAnd(newLine, line)).join('') }];
}

function editRemark(
  { layout, newLine }: WrittenComment,
  syntax: CommentSyntax,
  remark: number,
  newText: string,
): readonly TextEdit[] {
  const written = layout.remarks[remark];
  if (written === undefined) {
    return [];
  }
  const { textSpan } = written;
  const lines = escapedLines(syntax.escape(newText));
  if (textSpan.start === textSpan.end) {
    return [{ span: textSpan, text: ['', ...lines].map((line) => newLineAnd(newLine, line)).join('') }];
  }
  return [{ span: textSpan, text: lines.map((line, at) => (at === 0 ? line : newLineAnd(newLine, line))).join('') }];
}

function setState({ contentStart, layout, newLine }: WrittenComment, state: AnnotationState): TextEdit {
  const { fields, textSpan } = layout.remarks[0]!;
  const at = fields.findIndex(({ name }) => name === 'state');
  const before = fields.at(at < 0 ? -1 : at - 1);
  if (at >= 0) {
    const start = at === 0 ? contentStart : before!.span.end;
    return state === 'open'
      ? { span: { start, end: fields[at]!.span.end }, text: '' }
      : { span: fields[at]!.span, text: ':state: resolved' };
  }
  if (fields.length > 0) {
    return { span: { start: before!.span.end, end: before!.span.end }, text: `${newLine}:state: resolved` };
  }
  const hasText = textSpan.end > textSpan.start;
  const gap = hasText ? `${newLine.trimEnd()}${lineBreakOf(newLine)}${newLine}` : '';
  return {
    span: { start: contentStart, end: textSpan.start },
    text: `${newLine}:state: resolved${gap}`,
  };
}

function removeReply({ layout }: WrittenComment, remark: number): readonly TextEdit[] {
  const written: LayoutRemark | undefined = layout.remarks[remark];
  return written === undefined
    ? []
    : [{ span: { start: layout.remarks[remark - 1]!.textSpan.end, end: written.textSpan.end }, text: '' }];
}

function newLineAnd(newLine: string, line: string): string {
  return line === '' ? lineBreakOf(newLine) : `${newLine}${line}`;
}

/** The white space between the start of its line and `offset`; `undefined` where something else stands there. */
function whiteBefore(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) {
    start--;
  }
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r' ? text.slice(start, offset) : undefined;
}

/** The comment's own lines, and the blank line that sets it apart from what follows. */
function wholeLines(text: string, { start, end }: Span): Span {
  const white = whiteBefore(text, start);
  if (white === undefined) {
    return { start, end };
  }
  const behind = /^[ \t]*(?:\r\n|\r|\n|$)(?:[ \t]*(?:\r\n|\r|\n))?/.exec(text.slice(end, end + 1000));
  return { start: start - white.length, end: end + (behind?.[0].length ?? 0) };
}
