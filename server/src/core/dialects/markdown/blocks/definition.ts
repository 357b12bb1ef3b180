/** Link reference definitions, which stand at the start of a paragraph. Source: CommonMark of that name. */
import { isLineEnd, isSpace } from '../characters.ts';
import { type Destination, labelEnd, readDestination, skipWhite, titleEnd } from '../destination.ts';

const COLON = 58;

export interface Definition {
  /** Behind the last character that belongs to it. */
  readonly end: number;
  /** Where the next line starts, or the text's end. */
  readonly next: number;
  readonly labelFrom: number;
  readonly labelTo: number;
  readonly destination: Destination;
}

/** The definition that starts at `at` in a paragraph's `text`; `undefined` where there is none. */
export function readDefinition(text: string, at: number, to: number): Definition | undefined {
  const colon = labelEnd(text, at, to);
  if (colon < 0 || colon >= to || text.charCodeAt(colon) !== COLON) {
    return undefined;
  }
  const destination = readDestination(text, skipWhite(text, colon + 1, to), to);
  if (destination === undefined) {
    return undefined;
  }
  const end = behindTitle(text, destination.end, to) ?? destination.end;
  const next = nextLine(text, end, to);
  if (next < 0) {
    return undefined;
  }
  return { end, next, labelFrom: at + 1, labelTo: colon - 1, destination };
}

/** Where the title ends; `undefined` where there is none, or other text behind it. */
function behindTitle(text: string, from: number, to: number): number | undefined {
  const start = skipWhite(text, from, to);
  const end = start > from ? titleEnd(text, start, to) : -1;
  return end >= 0 && nextLine(text, end, to) >= 0 ? end : undefined;
}

/** Start of the next line, where only white space stands before it; otherwise -1. */
function nextLine(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) {
    at++;
  }
  if (at >= to) {
    return to;
  }
  if (!isLineEnd(text.charCodeAt(at))) {
    return -1;
  }
  return skipWhite(text, at, to);
}
