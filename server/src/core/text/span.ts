/**
 * Half-open spans of UTF-16 code units in one note's text.
 */

/** The code units from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `offset` lies in `span`; its end counts, so that a cursor just behind a word is in it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
