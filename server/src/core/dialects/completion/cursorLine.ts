/** The line that a cursor stands in, and whether anything in it counts as markup. */
import type { CompletionPlace, CompletionSubject } from '../../model/completion.ts';
import type { Note } from '../../model/note.ts';

/** Nothing that is completed is longer. */
const LONGEST = 1000;

/** An address that every dialect knows as a link wherever markup counts. */
const PROBE = ' http://a.example/ ';

export interface CursorLine {
  readonly text: string;
  readonly offset: number;
  /** Where the line, or the part of it that is looked at, starts. */
  readonly start: number;
  /** The line before the cursor. */
  readonly before: string;
  /** The line behind the cursor. */
  readonly after: string;
}

export function cursorLine(text: string, offset: number): CursorLine {
  const start = Math.max(lineStart(text, offset), offset - LONGEST);
  const rest = text.slice(offset, offset + LONGEST);
  return { text, offset, start, before: text.slice(start, offset), after: rest.slice(0, rest.search(/[\r\n]|$/)) };
}

/** Where the line that holds `offset` starts. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** The place where `written`, which ends at the cursor, is replaced; `close` is left out where it stands behind the cursor. */
export function placeAt(line: CursorLine, subject: CompletionSubject, written: string, close = ''): CompletionPlace {
  const span = { start: line.offset - written.length, end: line.offset };
  return { subject, span, written, close: line.after.startsWith(close[0] ?? '\n') ? '' : close };
}

/** Whether markup from `from` up to the cursor would count: it does not in literal text, code and comments. */
export function isMarkup(parse: (text: string) => Note, { text, offset }: CursorLine, from: number): boolean {
  const probed = parse(text.slice(0, from) + PROBE + text.slice(offset));
  const at = from + 1;
  return probed.links.some(({ target, span }) => target.type === 'url' && span.start <= at && at < span.end);
}
