/** The text of a table's cell: pieces of several lines of the note, which are read as lines of their own. */
import type { Span } from '../../../text/span.ts';
import type { Block, BlockReader, Place } from '../block.ts';
import { newLines, setLine, smallestIndent } from '../lines.ts';

/** Reads the body elements in a cell of the table in `block`; `pieces` are its lines from top to bottom. */
export function readCellText(reader: BlockReader, block: Block, pieces: readonly Span[]): void {
  const count = pieces.length;
  const lines = newLines(block.lines, count);
  pieces.forEach(({ start, end }, line) => {
    setLine(lines, line, start, end, true);
  });
  const place: Place = { ...block.place, titles: 'none', paragraphsAreTodos: false, itemsAreTodos: false };
  reader.readBlocks({ lines, from: 0, to: count, column: smallestIndent(lines, 0, count, 0), place });
}
