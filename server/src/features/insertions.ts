/** Where in a note new lines go. */
import type { TextEdit } from '../core/model/edit.ts';
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';

/** The note's own line break. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** Puts `block`, whose lines end in LF, at the note's end, with a blank line before it. */
export function appended(text: string, block: string): TextEdit {
  const lineBreak = lineBreakOf(text);
  const own = block.replace(/\n/g, lineBreak);
  const end = text.length;
  const last = text.trimEnd().length;
  const breaks = text.slice(last).split(/\r\n|\r|\n/).length - 1;
  const before = last === 0 ? '' : lineBreak.repeat(Math.max(0, 2 - breaks));
  return { span: { start: end, end }, text: `${before}${own}${lineBreak}` };
}

/** Puts `lines` below the note's last definitions where these stand at its end, else at the end. */
export function addedDefinitions(text: string, note: Note, lines: readonly string[]): TextEdit {
  const last = note.anchors.findLast(({ kind, value }) => isDefinition(kind) && value !== undefined);
  const behind = note.headings.findLast(({ span }) => last !== undefined && span.start > last.span.end);
  return last === undefined || behind !== undefined || !startsLine(text, last.span.start)
    ? appended(text, lines.join('\n'))
    : below(text, last.span, lines);
}

/** Puts a comment below those of its kind, or at the note's end. */
export function addedIgnore(text: string, note: Note, comment: string): TextEdit {
  const last = note.ignores.at(-1);
  return last === undefined || !startsLine(text, last.span.start)
    ? appended(text, comment)
    : below(text, last.span, [comment]);
}

/** Takes away the whole lines of `span`, with the blank line below them where there is one above as well. */
export function removedLines(text: string, note: Note, { start, end }: Span): TextEdit {
  const { lines } = note;
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const isBlank = (line: number): boolean => text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() === '';
  const isApart = (first === 0 || isBlank(first - 1)) && last + 1 < lines.lineCount && isBlank(last + 1);
  const from = lines.startOf(first);
  const to = lines.startOf(last + (isApart && last + 2 <= lines.lineCount ? 2 : 1));
  const isAtEnd = to >= text.length && !/[\r\n]$/.test(text) && first > 0;
  return { span: { start: isAtEnd ? text.slice(0, from).trimEnd().length : from, end: to }, text: '' };
}

/** Whether nothing stands before `offset` on its line. */
export function startsLine(text: string, offset: number): boolean {
  return offset === 0 || /[\r\n]/.test(text[offset - 1]!);
}

function isDefinition(kind: string): boolean {
  return kind === 'explicit' || kind === 'definition';
}

function below(text: string, { end }: Span, lines: readonly string[]): TextEdit {
  const rest = /^[^\r\n]*/.exec(text.slice(end, end + 2000))![0].length;
  const lineBreak = lineBreakOf(text);
  return { span: { start: end + rest, end: end + rest }, text: lines.map((line) => lineBreak + line).join('') };
}
