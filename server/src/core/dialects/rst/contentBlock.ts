/** The lines that belong to a block that a marker opens: explicit markup, fields, options. */
import { type Block, blockOf, placeIn } from './block.ts';
import { indentedEnd, isBlank, setContent, smallestIndent } from './lines.ts';
import { settleOddIndents } from './oddIndents.ts';

/**
 * The block that a marker opens: what stands behind it from `content` on, and the indented lines below, which
 * end at a blank line where `untilBlank` says so. Changes the first line to hold its content only.
 */
export function contentBlock(block: Block, line: number, content: number, untilBlank = false): Block {
  const { lines, column } = block;
  let to = indentedEnd(lines, line + 1, block.to, column);
  if (untilBlank) {
    let end = line + 1;
    while (end < to && !isBlank(lines, end)) {
      end++;
    }
    to = end;
  }
  const contentColumn = smallestIndent(lines, line + 1, to, column + 1);
  setContent(lines, line, content, lines.end[line]!, contentColumn);
  if (!isBlank(lines, line)) {
    lines.indent[line] = contentColumn;
  }
  const place = placeIn(block.place, { titles: 'none', paragraphsAreTodos: false, itemsAreTodos: false });
  const body = blockOf(lines, line, to, contentColumn, place);
  settleOddIndents(body);
  return body;
}
