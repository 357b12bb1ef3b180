/** Gives a section another title. An underline that was as long as its title stays that. */
import type { TextEdit } from '../../../model/edit.ts';
import type { Note } from '../../../model/note.ts';

/** See `DialectEdits.renameHeading`. */
export function renameHeading(text: string, note: Note, index: number, title: string): readonly TextEdit[] {
  const { span, titleSpan } = note.headings[index]!;
  const edits: TextEdit[] = [{ span: titleSpan, text: title }];
  const underline = /(?:\r\n|\n|\r)[ \t>]*(=+|-+)[ \t]*$/.exec(text.slice(titleSpan.end, span.end))?.[1];
  if (underline !== undefined && underline.length === titleSpan.end - titleSpan.start) {
    const end = titleSpan.end + text.slice(titleSpan.end, span.end).trimEnd().length;
    const start = end - underline.length;
    edits.push({ span: { start, end }, text: underline[0]!.repeat(Math.max(1, title.length)) });
  }
  return edits;
}
