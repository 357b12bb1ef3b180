/** Definition lists: a term on one line, its definition indented below. */
import { type Block, type BlockReader, blockOf, placeIn } from '../block.ts';
import { indentedEnd, smallestIndent } from '../lines.ts';

/** Reads the term at `line` and its definition; answers the first line behind them. */
export function definition(reader: BlockReader, block: Block, line: number): number {
  const { lines, column } = block;
  const end = indentedEnd(lines, line + 1, block.to, column);
  reader.readInline(lines, line, line + 1);
  const place = placeIn(block.place, { titles: 'none', paragraphsAreTodos: false });
  reader.readBlocks(blockOf(lines, line + 1, end, smallestIndent(lines, line + 1, end, column + 1), place));
  return end;
}
