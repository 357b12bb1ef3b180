/** Literal blocks, indented or quoted. Source: reStructuredText specification, "Literal Blocks". */
import type { Block, BlockReader } from './block.ts';
import { isAdornment } from './characters.ts';
import { indentedEnd, isBlank, skipBlank, trimBlank } from './lines.ts';

/** Skips the literal block that a `::` before `line` announces; answers the first line behind it. */
export function literalBlock(reader: BlockReader, block: Block, line: number): number {
  const { lines, to, column } = block;
  const first = skipBlank(lines, line, to);
  if (first >= to) {
    return first;
  }
  const end = lines.indent[first]! > column ? indentedEnd(lines, first, to, column) : quotedEnd(block, first);
  if (end > first) {
    reader.leaves('other');
  }
  const last = trimBlank(lines, first, end) - 1;
  if (last > first) {
    reader.note.addFold(lines.first[first]!, lines.end[last]!, 'region');
  }
  return end;
}

/** A quoted literal block's lines all start with the same punctuation character, unindented. */
function quotedEnd({ lines, to, column }: Block, first: number): number {
  const quote = lines.text.charCodeAt(lines.first[first]!);
  if (!isAdornment(quote)) {
    return first;
  }
  let end = first;
  while (
    end < to &&
    !isBlank(lines, end) &&
    lines.indent[end] === column &&
    lines.text.charCodeAt(lines.first[end]!) === quote
  ) {
    end++;
  }
  return end;
}
