/** Line blocks: lines that start with a bar. Source: reStructuredText specification, "Line Blocks". */
import type { Block, Construct } from './block.ts';
import { indentedEnd, isBlank, setContent } from './lines.ts';
import { addLineTodo } from './todos/sectionTodos.ts';

export const lineBlock: Construct = (reader, block, line) => {
  if (!startsLine(block, line)) {
    return undefined;
  }
  const { lines, to, column } = block;
  let next = line;
  while (next < to && startsLine(block, next)) {
    const end = continuationEnd(block, next + 1);
    setContent(lines, next, lines.first[next]! + 1, lines.end[next]!, column + 1);
    if (!isBlank(lines, next) || end > next + 1) {
      addLineTodo(reader, block, next, end);
      reader.readInline(lines, next, end);
    }
    next = end;
  }
  return next;
};

function startsLine({ lines, column }: Block, line: number): boolean {
  const start = lines.first[line]!;
  return (
    lines.indent[line] === column &&
    lines.text.charCodeAt(start) === 124 &&
    (start + 1 === lines.end[line] || lines.text.charCodeAt(start + 1) === 32)
  );
}

/** A line goes on over lines that are indented, up to a blank one. */
function continuationEnd({ lines, to, column }: Block, line: number): number {
  let end = line;
  const limit = indentedEnd(lines, line, to, column);
  while (end < limit && !isBlank(lines, end)) {
    end++;
  }
  return end;
}
