/** What follows a link's text in parentheses. Source: CommonMark, "Inline links". */
import { readDestination, skipWhite, titleEnd } from '../destination.ts';

const CLOSE = 41;

export interface Resource {
  /** Behind the closing parenthesis. */
  readonly end: number;
  /** Bounds of the destination, without angle brackets. */
  readonly from: number;
  readonly to: number;
}

/** `(destination "title")`, whose parenthesis opens at `at`; `undefined` where there is none. */
export function readResource(text: string, at: number, to: number): Resource | undefined {
  const start = skipWhite(text, at + 1, to);
  if (start < to && text.charCodeAt(start) === CLOSE) {
    return { end: start + 1, from: start, to: start };
  }
  const destination = readDestination(text, start, to);
  if (destination === undefined) {
    return undefined;
  }
  let end = skipWhite(text, destination.end, to);
  if (end > destination.end) {
    const title = titleEnd(text, end, to);
    end = title < 0 ? end : skipWhite(text, title, to);
  }
  const isClosed = end < to && text.charCodeAt(end) === CLOSE;
  return isClosed ? { end: end + 1, from: destination.from, to: destination.to } : undefined;
}
