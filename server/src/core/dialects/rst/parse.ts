/** Reads reStructuredText into the one note model: lines into blocks, then inline markup in text blocks only. */
import type { Note } from '../../model/note.ts';
import type { ParseOptions } from '../dialect.ts';
import { blockOf, type Place } from './block.ts';
import { BodyReader } from './body.ts';
import { splitLines } from './lines.ts';
import { NoteBuilder } from './noteBuilder.ts';

const AT_TOP: Place = { titles: 'read', paragraphsAreTodos: true, itemsAreTodos: true, todoParent: -1 };

/** The note that `text` writes. Never throws: what is wrong with it comes as `problems`. */
export function parseRst(text: string, options: ParseOptions): Note {
  const { lines, index } = splitLines(text);
  const note = new NoteBuilder(text, index, options.todoSections);
  new BodyReader(note).readBlocks(blockOf(lines, 0, lines.count, 0, AT_TOP));
  return note.finish();
}
