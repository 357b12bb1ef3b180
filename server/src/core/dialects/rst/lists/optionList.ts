/** Option lists: `-a, --all=WHICH  description`. Source: reStructuredText specification, "Option Lists". */
import type { Construct } from '../block.ts';
import { indentedEnd, setContent, smallestIndent, trimBlank } from '../lines.ts';
import { moveTo } from './fieldList.ts';

const ARGUMENT = '(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)';
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${ARGUMENT})?)`;
const MARKER = new RegExp(`${OPTION}(?:, ${OPTION})*(?:  +| ?$)`, 'y');

export const optionList: Construct = (reader, block, line) => {
  const { lines, column } = block;
  const start = lines.first[line]!;
  const source = lines.text.slice(start, lines.end[line]!);
  MARKER.lastIndex = 0;
  const marker = MARKER.exec(source);
  if (marker === null) {
    return undefined;
  }
  const end = indentedEnd(lines, line + 1, block.to, column);
  if (marker[0].length === source.length && trimBlank(lines, line + 1, end) === line + 1) {
    return undefined;
  }
  const bodyColumn = smallestIndent(lines, line + 1, end, column + 1);
  setContent(lines, line, start + marker[0].length, lines.end[line]!, bodyColumn);
  moveTo(lines, line, bodyColumn);
  reader.readBlocks({
    lines,
    from: line,
    to: end,
    column: bodyColumn,
    place: { ...block.place, titles: false, paragraphsAreTodos: false },
  });
  return end;
};
