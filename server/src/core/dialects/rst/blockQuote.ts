/** Block quotes: what is indented against its surroundings. Source: reStructuredText specification, "Block Quotes". */
import { type Block, type BlockReader, blockOf, placeIn } from './block.ts';
import { indentedEnd, smallestIndent } from './lines.ts';

/** Reads the block quote that starts at `line`; answers the first line behind it. */
export function blockQuote(reader: BlockReader, block: Block, line: number): number {
  const { lines, column } = block;
  const end = indentedEnd(lines, line, block.to, column);
  const place = placeIn(block.place, { titles: 'none' });
  reader.readBlocks(blockOf(lines, line, end, smallestIndent(lines, line, end, column + 1), place));
  return end;
}
