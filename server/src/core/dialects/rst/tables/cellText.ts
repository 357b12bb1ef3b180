/** The text of a table's cell: pieces of several lines of the note, which are read as lines of their own. */
import type { Span } from '../../../text/span.ts';
import { type Block, type BlockReader, blockOf, placeIn } from '../block.ts';
import { newLines, setLine, smallestIndent } from '../lines.ts';

/** Reads the body elements in a cell of the table in `block`; `pieces` are its lines from top to bottom. */
export function readCellText(reader: BlockReader, block: Block, pieces: readonly Span[]): void {
  const count = pieces.length;
  const lines = newLines(block.lines, count);
  pieces.forEach(({ start, end }, line) => {
    setLine(lines, line, start, end, true);
  });
  const place = placeIn(block.place, { titles: 'none', paragraphsAreTodos: false, itemsAreTodos: false });
  reader.readBlocks(blockOf(lines, 0, count, smallestIndent(lines, 0, count, 0), place));
}
