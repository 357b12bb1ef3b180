/** What the items of bullet and enumerated lists have in common. */
import { type Block, type BlockReader, blockOf, type Place, placeIn } from '../block.ts';
import { columnAt, indentedEnd, type Lines, setContent, skipBlank, smallestIndent } from '../lines.ts';
import { addItemTodo } from '../todos/sectionTodos.ts';

/**
 * Reads the item at `line` whose marker is `width` characters wide; answers the first line behind it. Its lines are
 * those indented at least as far as its text; where the marker stands alone, as far as the least of them.
 */
export function listItem(reader: BlockReader, block: Block, line: number, width: number): number {
  const { lines, column } = block;
  const marker = lines.first[line]!;
  const afterMarker = marker + width;
  let content = afterMarker;
  while (content < lines.end[line]! && lines.text.charCodeAt(content) === 32) {
    content++;
  }
  const hasText = content < lines.end[line]!;
  const textColumn = columnAt(lines, line, content);
  const end = indentedEnd(lines, line + 1, block.to, hasText ? textColumn - 1 : column);
  const itemColumn = hasText ? textColumn : smallestIndent(lines, line + 1, end, column + width + 1);
  setContent(lines, line, content, lines.end[line]!, textColumn);
  foldItem(reader, lines, marker, line, end);
  const text = skipBlank(lines, line, end);
  const isItem = text < end && (text === line || lines.indent[text] === itemColumn);
  const todo = isItem ? addItemTodo(reader, blockOf(lines, text, end, itemColumn, block.place), marker) : -1;
  reader.readBlocks(blockOf(lines, line, end, itemColumn, placeInItem(block.place, todo)));
  return end;
}

function placeInItem(place: Place, todo: number): Place {
  if (todo < 0) {
    return place.titles === 'none' && !place.paragraphsAreTodos
      ? place
      : placeIn(place, { titles: 'none', paragraphsAreTodos: false });
  }
  return placeIn(place, { titles: 'none', paragraphsAreTodos: false, todoParent: todo });
}

/** An item of several lines can be folded, from its marker on. */
function foldItem(reader: BlockReader, lines: Lines, marker: number, line: number, end: number): void {
  let last = end - 1;
  while (last > line && lines.indent[last]! < 0) {
    last--;
  }
  if (last > line) {
    reader.note.addFold(marker, lines.end[last]!, 'region');
  }
}
