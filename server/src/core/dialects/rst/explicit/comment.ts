/** Comments. Source: reStructuredText specification, "Comments". */
import { ignoreMark, readIgnore } from '../../../model/ignore.ts';
import { annotationMark } from '../../annotations/commentLayout.ts';
import { readAnnotation } from '../../annotations/readAnnotation.ts';
import type { Block, BlockReader } from '../block.ts';
import { indentedEnd, isBlank, trimBlank } from '../lines.ts';

/** Skips the comment whose text starts at `content`; an empty one does not swallow the block below it. */
export function comment(reader: BlockReader, block: Block, line: number, content: number): number {
  const { lines } = block;
  const next = line + 1;
  const isEmpty = content >= lines.end[line]!;
  if (isEmpty && (next >= block.to || isBlank(lines, next))) {
    return next;
  }
  const end = indentedEnd(lines, next, block.to, block.column);
  const last = trimBlank(lines, line, end) - 1;
  if (last > line) {
    reader.note.addFold(lines.first[line]!, lines.end[last]!, 'comment');
  }
  if (lines.text.startsWith(ignoreMark, content)) {
    const span = { start: lines.first[line]!, end: lines.end[last]! };
    const ignore = readIgnore(lines.text.slice(content, span.end), span);
    if (ignore !== undefined) {
      reader.note.addIgnore(ignore);
    }
  }
  if (lines.text.startsWith(annotationMark, content)) {
    const span = { start: lines.first[line]!, end: lines.end[last]! };
    const annotation = readAnnotation(lines.source, span, content, span.end);
    if (annotation !== undefined) {
      reader.note.addAnnotation(annotation);
    }
  }
  reader.readComment(lines, isEmpty ? next : line, last + 1, content);
  return end;
}
