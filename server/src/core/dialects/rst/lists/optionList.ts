/** Option lists: `-a, --all=WHICH  description`. Source: reStructuredText specification, "Option Lists". */
import { offsetIn } from '../../textRun.ts';
import type { Construct } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { indentedEnd, trimBlank } from '../lines.ts';
import { expandTabs } from '../tabs.ts';

const ARGUMENT = '(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)';
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${ARGUMENT})?)`;
const MARKER = new RegExp(`${OPTION}(?:, ${OPTION})*(?:  +| ?$)`, 'y');

export const optionList: Construct = (reader, block, line) => {
  const { lines } = block;
  const start = lines.first[line]!;
  const run = expandTabs(lines, start, lines.end[line]!);
  const source = run.text.slice(run.from, run.to);
  MARKER.lastIndex = 0;
  const marker = MARKER.exec(source);
  if (marker === null) {
    return undefined;
  }
  const end = indentedEnd(lines, line + 1, block.to, block.column);
  if (marker[0].length === source.length && trimBlank(lines, line + 1, end) === line + 1) {
    return undefined;
  }
  const body = contentBlock(block, line, offsetIn(run, run.from + marker[0].length));
  reader.readBlocks(body);
  return body.to;
};
