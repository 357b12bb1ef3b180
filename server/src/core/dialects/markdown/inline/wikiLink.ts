/** Wiki links: `[[note]]`, `[[note#heading]]`, `[[note|label]]`, `![[embed]]`. */
import { isLineEnd, isSpace } from '../characters.ts';
import type { FoundWikiLink } from './inlineSink.ts';

/** The wiki link whose brackets open at `at`; `undefined` where there is none. */
export function readWikiLink(text: string, at: number, to: number, isEmbed: boolean): FoundWikiLink | undefined {
  const from = at + 2;
  let bar = -1;
  for (let end = from; end + 1 < to; end++) {
    const code = text.charCodeAt(end);
    if (code === 93) {
      const isClosed = text.charCodeAt(end + 1) === 93;
      return isClosed ? wikiLink(text, isEmbed ? at - 1 : at, from, bar < 0 ? end : bar, end, isEmbed) : undefined;
    }
    if (code === 91 || isLineEnd(code)) {
      return undefined;
    }
    if (code === 124 && bar < 0) {
      bar = end;
    }
  }
  return undefined;
}

function wikiLink(
  text: string,
  start: number,
  from: number,
  bar: number,
  end: number,
  isEmbed: boolean,
): FoundWikiLink | undefined {
  // In a table's cell the bar needs a backslash.
  const targetTo = bar > from && bar < end && text.charCodeAt(bar - 1) === 92 ? bar - 1 : bar;
  const isNamed = targetTo > from && !isSpace(text.charCodeAt(from)) && !isSpace(text.charCodeAt(targetTo - 1));
  if (!isNamed) {
    return undefined;
  }
  const labelFrom = bar < end ? bar + 1 : end;
  return { isEmbed, from: start, to: end + 2, targetFrom: from, targetTo, labelFrom, labelTo: end };
}
