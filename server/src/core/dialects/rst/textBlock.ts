/**
 * What no construct claims: paragraphs, titles that are underlined only, and definition lists.
 * Source: reStructuredText specification, "Paragraphs", "Definition Lists"; docutils' `Text` state.
 */
import type { Block, BlockReader } from './block.ts';
import { isBlank } from './lines.ts';
import { definition } from './lists/definitionList.ts';
import { literalBlock } from './literalBlock.ts';
import { paragraph } from './paragraph.ts';
import { isAdornmentLine, underlinedTitle } from './sections.ts';
import type { TitleStyles } from './titleStyles.ts';

/** Reads the text that starts at `line`; answers the first line behind it. */
export function textBlock(reader: BlockReader, styles: TitleStyles, block: Block, line: number): number {
  const { lines, to, column } = block;
  const next = line + 1;
  if (next < to && !isBlank(lines, next)) {
    if (lines.indent[next]! > column) {
      return definition(reader, block, line);
    }
    const behind = isAdornmentLine(lines, next) ? underlinedTitle(reader, styles, block, line) : undefined;
    if (behind !== undefined) {
      return behind;
    }
  }
  const end = paragraphEnd(block, line);
  const opensLiteral = paragraph(reader, block, line, end);
  return opensLiteral ? literalBlock(reader, block, end) : end;
}

/** A paragraph ends at a blank line, or where a line is indented against its first. */
export function paragraphEnd({ lines, to, column }: Block, line: number): number {
  let end = line + 1;
  while (end < to && lines.indent[end] === column) {
    end++;
  }
  return end;
}
