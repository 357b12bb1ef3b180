/** Paragraphs, with the `::` at their end that makes the next block a literal one. */
import type { Block, BlockReader } from './block.ts';
import { isEscaped } from './escapes.ts';
import { addParagraphTodo } from './todos/sectionTodos.ts';

const COLON = 58;

/** Reads lines `from` to `to` as one paragraph; answers whether a literal block follows. */
export function paragraph(reader: BlockReader, block: Block, from: number, to: number): boolean {
  const { lines } = block;
  const { text } = lines;
  const end = lines.end[to - 1]!;
  const opensLiteral =
    text.charCodeAt(end - 1) === COLON &&
    text.charCodeAt(end - 2) === COLON &&
    end - 2 >= lines.first[to - 1]! &&
    !isEscaped(text, end - 2, lines.first[to - 1]);
  if (opensLiteral && to - from === 1 && end - lines.first[from]! === 2) {
    return true;
  }
  addParagraphTodo(reader, block, from, to);
  reader.readInline(lines, from, to, opensLiteral ? { end: textEnd(text, end, lines.first[to - 1]!) } : undefined);
  return opensLiteral;
}

/** `text ::` reads as `text`, and `text::` as `text:`. */
function textEnd(text: string, end: number, start: number): number {
  const before = end - 3;
  return before < start || text.charCodeAt(before) === 32 ? end - 2 : end - 1;
}
