/** Paragraphs, with the `::` at their end that makes the next block a literal one. */
import type { Block, BlockReader } from './block.ts';
import { literalMark, textEnd } from './literalMark.ts';
import { addParagraphTodo } from './todos/sectionTodos.ts';

/** Reads lines `from` to `to` as one paragraph; answers whether a literal block follows. */
export function paragraph(reader: BlockReader, block: Block, from: number, to: number): boolean {
  const { lines } = block;
  const mark = literalMark(lines, to);
  if (mark >= 0 && to - from === 1 && mark === lines.first[from]) {
    reader.leaves('nothing');
    return true;
  }
  reader.leaves('paragraph');
  addParagraphTodo(reader, block, from, to);
  reader.readInline(lines, from, to, mark < 0 ? undefined : { end: textEnd(lines, to) });
  return mark >= 0;
}
