/** Definition lists: a term on one line, its definition indented below. */
import type { Block, BlockReader } from '../block.ts';
import { indentedEnd, smallestIndent } from '../lines.ts';

/** Reads the term at `line` and its definition; answers the first line behind them. */
export function definition(reader: BlockReader, block: Block, line: number): number {
  const { lines, column } = block;
  const end = indentedEnd(lines, line + 1, block.to, column);
  reader.readInline(lines, line, line + 1);
  reader.readBlocks({
    lines,
    from: line + 1,
    to: end,
    column: smallestIndent(lines, line + 1, end, column + 1),
    place: { ...block.place, titles: 'none', paragraphsAreTodos: false },
  });
  return end;
}
