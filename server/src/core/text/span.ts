/**
 * Half-open spans of UTF-16 code units in one note's text.
 */

/** The code units from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether both hold the same code units of one text. */
export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
