/** Every span in a note, for what holds of all. */
import type { Note } from '../../server/src/core/model/note.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** The spans of all that `note` holds. */
export function spansOf({ headings, links, anchors, todos, folds, problems }: Note): readonly Span[] {
  return [
    ...headings.flatMap(({ span, titleSpan, sectionEnd }) => [span, titleSpan, { start: span.start, end: sectionEnd }]),
    ...links.flatMap(({ span, targetSpan }) => [span, targetSpan]),
    ...anchors.flatMap(({ span, nameSpan, valueSpan }) => [span, nameSpan, valueSpan ?? span]),
    ...todos.flatMap(({ span, markerSpan }) => [span, markerSpan]),
    ...folds.map(({ span }) => span),
    ...problems.map(({ span }) => span),
  ];
}
