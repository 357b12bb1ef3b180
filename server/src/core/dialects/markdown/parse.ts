/**
 * Reads Markdown into the one note model: lines into blocks, then inline constructs in text only, once all definitions
 * are known.
 */
import type { Note } from '../../model/note.ts';
import { LineIndex } from '../../text/lineIndex.ts';
import { ownString } from '../../text/ownString.ts';
import type { ParseOptions } from '../dialect.ts';
import { NoteCollector } from '../noteCollector.ts';
import { spanIn } from '../textRun.ts';
import { BlockReader } from './blocks/blockReader.ts';
import type { BlockSink } from './blocks/leafReader.ts';
import { NoteDefinitions } from './definitions.ts';
import { findFrontMatter, readMeta } from './frontMatter.ts';
import { normalizeLabel } from './labels.ts';
import { destinationTarget } from './linkTarget.ts';
import { NoteReader } from './noteReader.ts';

/** The note that `text` writes. Never throws: what is wrong with it comes as `problems`. */
export function parseMarkdown(text: string, options: ParseOptions): Note {
  const lines = LineIndex.of(text);
  const note = new NoteCollector(text, lines, options.todoSections);
  const definitions = new NoteDefinitions();
  const front = findFrontMatter(text, lines);
  if (front !== undefined) {
    note.meta = readMeta(text.slice(front.from, front.to));
    note.addFold(front.start, front.end, 'region');
  }
  const blocks = new BlockReader(text, lines, blockSink(note, definitions));
  blocks.read(front?.behind ?? 0);
  return new NoteReader(note, definitions).read(blocks.parts);
}

function blockSink(note: NoteCollector, definitions: NoteDefinitions): BlockSink {
  return {
    definition(run, at, { end, labelFrom, labelTo, destination }) {
      const name = normalizeLabel(run.text.slice(labelFrom, labelTo));
      definitions.addDefinition(name);
      note.addAnchor({
        kind: 'definition',
        name,
        span: spanIn(run, at, end),
        nameSpan: spanIn(run, labelFrom, labelTo),
        value: destinationTarget(run.text.slice(destination.from, destination.to)),
        valueSpan: spanIn(run, destination.from, destination.to),
      });
    },
    footnote(start, labelFrom, labelTo, end) {
      const name = normalizeLabel(note.text.slice(labelFrom, labelTo));
      definitions.addFootnote(name);
      note.addAnchor({
        kind: 'footnote',
        name: ownString(name),
        span: { start, end },
        nameSpan: { start: labelFrom, end: labelTo },
      });
    },
    fold: (start, end, kind) => note.addFold(start, end, kind),
  };
}
