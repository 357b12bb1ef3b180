/** Tabs where a construct tells one space from several: there they must be as wide as they are drawn. */
import type { TextRun } from '../textRun.ts';
import { indexWithin } from './indexWithin.ts';
import { isLineBreak, type Lines, tabWidth } from './lines.ts';

const TAB = 9;

/** What stands between `from` and `to`, which are on one line, with as many spaces for each tab as it takes columns. */
export function expandTabs({ text, source, hasTabs }: Lines, from: number, to: number): TextRun {
  let tab = hasTabs ? indexWithin(source, TAB, from, to) : -1;
  if (tab < 0) {
    return { text, from, to };
  }
  let column = columnOf(source, from);
  let expanded = '';
  let at = from;
  const starts = [0];
  const origins = [from];
  while (tab >= 0) {
    const width = tabWidth(column + tab - at);
    expanded += text.slice(at, tab) + ' '.repeat(width);
    column += tab - at + width;
    at = tab + 1;
    starts.push(expanded.length);
    origins.push(at);
    tab = indexWithin(source, TAB, at, to);
  }
  expanded += text.slice(at, to);
  return { text: expanded, from: 0, to: expanded.length, starts, origins };
}

/** The column of `offset` in the line as it is written, whatever constructs have taken from its start. */
function columnOf(source: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineBreak(source.charCodeAt(start - 1))) {
    start--;
  }
  let column = 0;
  for (let at = start; at < offset; at++) {
    column += source.charCodeAt(at) === TAB ? tabWidth(column) : 1;
  }
  return column;
}
