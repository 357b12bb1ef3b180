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

/**
 * Takes away the whole lines of `spans`, each with the blank line below where there is one above as well. What comes to be
 * the note's end has no blank line behind it.
 */
export function removedLines(text: string, note: Note, spans: readonly Span[]): readonly TextEdit[] {
  const gone = joined(spans.map((span) => wholeLines(text, note, span)));
  while (gone.length > 0 && gone.at(-1)!.end >= text.length) {
    const { start } = gone.at(-1)!;
    const kept = text.slice(0, start).trimEnd().length;
    if (kept >= (gone.at(-2)?.end ?? 0)) {
      const end = kept > 0 && /[\r\n]$/.test(text) ? lineBreakOf(text) : '';
      return [...gone.slice(0, -1).map(removal), { span: { start: kept, end: text.length }, text: end }];
    }
    gone.splice(-2, 2, { start: gone.at(-2)!.start, end: text.length });
  }
  return gone.map(removal);
}

function wholeLines(text: string, { lines }: Note, { start, end }: Span): Span {
  const first = lines.lineAt(start);
  const last = lines.lineAt(end);
  const isBlank = (line: number): boolean => text.slice(lines.startOf(line), lines.startOf(line + 1)).trim() === '';
  const isApart = (first === 0 || isBlank(first - 1)) && last + 1 < lines.lineCount && isBlank(last + 1);
  return { start: lines.startOf(first), end: lines.startOf(last + (isApart ? 2 : 1)) };
}

/** In place order, those that touch as one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    if (before !== undefined && span.start <= before.end) {
      result[result.length - 1] = { start: before.start, end: Math.max(before.end, span.end) };
    } else {
      result.push(span);
    }
  }
  return result;
}

function removal(span: Span): TextEdit {
  return { span, text: '' };
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
