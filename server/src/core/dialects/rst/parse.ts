/** Reads reStructuredText into the one note model: lines into blocks, then inline markup in text blocks only. */
import type { Note } from '../../model/note.ts';
import type { ParseOptions } from '../dialect.ts';
import { BodyReader } from './body.ts';
import { splitLines } from './lines.ts';
import { NoteBuilder } from './noteBuilder.ts';

/** The note that `text` writes. Never throws: what is wrong with it comes as `problems`. */
export function parseRst(text: string, options: ParseOptions): Note {
  const { lines, index } = splitLines(text);
  const note = new NoteBuilder(text, index, options.todoSections);
  new BodyReader(note).readBlocks({
    lines,
    from: 0,
    to: lines.count,
    column: 0,
    place: { titles: 'read', paragraphsAreTodos: true, itemsAreTodos: true, todoParent: -1 },
  });
  return note.finish();
}
