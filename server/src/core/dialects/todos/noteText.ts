/** A note's text by lines, for edits that take or put whole ones. */
import type { Note } from '../../model/note.ts';

const TAB = 8;

export class NoteText {
  readonly text: string;
  readonly note: Note;
  /** As the note's first line ends. */
  readonly lineBreak: string;

  constructor(text: string, note: Note) {
    this.text = text;
    this.note = note;
    this.lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  }

  /** Lines that hold anything: a line break at the end does not start another. */
  get count(): number {
    const { lines } = this.note;
    return lines.lineCount - (lines.startOf(lines.lineCount - 1) === this.text.length ? 1 : 0);
  }

  lineAt(offset: number): number {
    return this.note.lines.lineAt(offset);
  }

  startOf(line: number): number {
    return this.note.lines.startOf(line);
  }

  /** Without its line break. */
  line(line: number): string {
    return this.text.slice(this.startOf(line), this.startOf(line + 1)).replace(/[\r\n]+$/, '');
  }

  isBlank(line: number): boolean {
    return this.line(line).trim() === '';
  }

  /** Column of the first character that is no white space, tabs expanded; -1 for a blank line. */
  indent(line: number): number {
    const written = this.line(line);
    const white = /^\s*/.exec(written)![0];
    return white.length === written.length ? -1 : columns(white);
  }
}

/** Columns that `text` takes from the start of a line. */
export function columns(text: string): number {
  let column = 0;
  for (const character of text) {
    column += character === '\t' ? TAB - (column % TAB) : 1;
  }
  return column;
}

/** `line` without as much white space as fits into `count` columns; a tab that reaches farther leaves spaces. */
export function outdented(line: string, count: number): string {
  let column = 0;
  let at = 0;
  while (at < line.length && column < count && (line[at] === ' ' || line[at] === '\t')) {
    column += line[at] === '\t' ? TAB - (column % TAB) : 1;
    at++;
  }
  return ' '.repeat(Math.max(0, column - count)) + line.slice(at);
}
