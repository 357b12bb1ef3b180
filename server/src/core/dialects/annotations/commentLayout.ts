/**
 * The comment that an annotation is, part by part. After its mark come the first remark's fields and text, and for each
 * reply the same:
 *
 *     .. annotation:
 *        :author: Ada Byron
 *        :date: 2026-11-23 14:05
 *        :on: late binding
 *        :state: resolved
 *
 *        Is this still so?
 *
 *        :reply: Eve Kask
 *        :date: 2026-11-24 09:30
 *
 *        It is.
 */
import type { Span } from '../../text/span.ts';

/** What the text of such a comment starts with. */
export const annotationMark = 'annotation:';

export type FieldName = 'author' | 'date' | 'on' | 'occurrence' | 'state' | 'reply';

export interface LayoutField {
  readonly name: FieldName;
  readonly value: string;
  /** The line, from its first character that is no white space. */
  readonly span: Span;
}

export interface LayoutRemark {
  readonly fields: readonly LayoutField[];
  readonly text: string;
  /** From its first line of text to its last; empty, behind the fields, where there is none. */
  readonly textSpan: Span;
}

export interface CommentLayout {
  /** The first remark, and the replies. */
  readonly remarks: readonly LayoutRemark[];
}

interface Line {
  /** Of the first character that is no white space; equals `end` for a blank line. */
  readonly first: number;
  /** Behind the last character that is no white space. */
  readonly end: number;
  /** Without the comment's indentation. */
  readonly text: string;
}

const FIELD = /^:(author|date|on|occurrence|state|reply):(?:[ \t]+(.*))?$/;
/** A line of text that would read as a field gets a backslash more. */
const ESCAPED_FIELD = /^\\+:(?:author|date|on|occurrence|state|reply):/;
const LOOKS_LIKE_FIELD = /^\\*:(?:author|date|on|occurrence|state|reply):/;

/** Takes apart the comment text between `from`, right behind the mark, and `to`. */
export function commentLayout(source: string, from: number, to: number): CommentLayout {
  const lines = linesOf(source, from, to);
  const remarks: LayoutRemark[] = [];
  let at = 0;
  do {
    const fieldsFrom = skipBlank(lines, at);
    let textFrom = fieldsFrom;
    const fields: LayoutField[] = [];
    for (let field = fieldAt(lines, textFrom); field !== undefined; field = fieldAt(lines, textFrom)) {
      if (field.name === 'reply' && fields.length + remarks.length > 0 && textFrom > fieldsFrom) {
        break;
      }
      fields.push(field);
      textFrom++;
    }
    at = textFrom;
    while (at < lines.length && fieldAt(lines, at)?.name !== 'reply') {
      at++;
    }
    const behind = fields.at(-1)?.span.end ?? from;
    remarks.push({ fields, ...textOf(lines, textFrom, at, behind) });
  } while (at < lines.length);
  return { remarks };
}

/** `text` as lines of a comment: none of them reads as a field. */
export function escapedLines(text: string): readonly string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[^\S\n]*\n)+|\s+$/g, '')
    .split('\n')
    .map((line) => (LOOKS_LIKE_FIELD.test(line) ? `\\${line}` : line).trimEnd());
}

function textOf(lines: readonly Line[], from: number, to: number, behind: number) {
  const first = skipBlank(lines, from, to);
  let last = to;
  while (last > first && isBlank(lines[last - 1]!)) {
    last--;
  }
  if (first === last) {
    return { text: '', textSpan: { start: behind, end: behind } };
  }
  const text = lines
    .slice(first, last)
    .map((line) => (ESCAPED_FIELD.test(line.text) ? line.text.slice(1) : line.text))
    .join('\n');
  return { text, textSpan: { start: lines[first]!.first, end: lines[last - 1]!.end } };
}

function fieldAt(lines: readonly Line[], at: number): LayoutField | undefined {
  const line = lines[at];
  const match = line && FIELD.exec(line.text);
  return line && match
    ? { name: match[1] as FieldName, value: (match[2] ?? '').trim(), span: { start: line.first, end: line.end } }
    : undefined;
}

function linesOf(source: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  let indent: string | undefined;
  let start = from;
  for (const match of `${source.slice(from, to)}\n`.matchAll(/\r\n|\r|\n/g)) {
    const stop = from + match.index;
    const written = source.slice(start, stop);
    const first = start + (written.length - written.trimStart().length);
    const isFirst = start === from;
    if (!isFirst && first < stop) {
      indent ??= written.slice(0, first - start);
    }
    const end = start + written.trimEnd().length;
    lines.push({
      first: Math.min(first, Math.max(end, start)),
      end,
      text: isFirst ? written.trim() : undented(written, indent ?? ''),
    });
    start = stop + match[0].length;
  }
  return lines;
}

/** `line` without as much of `indent` as it has, and without white space at its end. */
function undented(line: string, indent: string): string {
  let at = 0;
  while (at < indent.length && line[at] === indent[at]) {
    at++;
  }
  return line.slice(at).trimEnd();
}

function isBlank({ first, end }: Line): boolean {
  return first >= end;
}

function skipBlank(lines: readonly Line[], from: number, to: number = lines.length): number {
  let at = from;
  while (at < to && isBlank(lines[at]!)) {
    at++;
  }
  return at;
}
