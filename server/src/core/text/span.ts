/**
 * Half-open spans of UTF-16 code units in one note's text.
 */

/** The code units from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
