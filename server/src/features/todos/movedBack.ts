/** Edits made one after the other, as edits of one text. */
import type { TextEdit } from '../../core/model/edit.ts';

/** `text` with `edits`, which are in order, made. */
export function appliedEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text);
}

/**
 * `later`, an insertion into the text that `edits` give, beside them. `edits` are in order and do not overlap; where the
 * insertion falls on a place that one of them left, it stands behind what that one took away.
 */
export function movedBack(edits: readonly TextEdit[], later: TextEdit): readonly TextEdit[] {
  let shift = 0;
  for (const { span, text } of edits) {
    if (span.start + shift > later.span.start) {
      break;
    }
    shift += text.length - (span.end - span.start);
  }
  const at = later.span.start - shift;
  return [...edits, { span: { start: at, end: at }, text: later.text }].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
