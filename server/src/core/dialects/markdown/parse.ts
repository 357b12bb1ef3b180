/** Reads Markdown into the one note model. */
import type { Note } from '../../model/note.ts';
import { foldSpace } from '../../text/foldSpace.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { ownString } from '../../text/ownString.ts';
import type { ParseOptions } from '../dialect.ts';
import { NoteCollector } from '../noteCollector.ts';
import { SectionNames } from './labels.ts';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;

/** The note that `text` writes. Never throws: what is wrong with it comes as `problems`. */
export function parseMarkdown(text: string, options: ParseOptions): Note {
  const lines = LineIndex.of(text);
  const note = new NoteCollector(text, lines, options.todoSections);
  const names = new SectionNames();
  for (let line = 0; line < lines.lineCount; line++) {
    const start = lines.startOf(line);
    const written = text.slice(start, lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
    const match = HEADING.exec(written);
    if (match !== null) {
      const title = match[2] ?? '';
      const from = start + written.indexOf(title, match[1]!.length);
      const span = { start: start + written.indexOf('#'), end: start + written.trimEnd().length };
      const plain = ownString(foldSpace(title));
      note.addHeading(plain, match[1]!.length, span, { start: from, end: from + title.length }, ...names.of(plain));
    }
  }
  return note.finish();
}
