/** Embedded URIs and aliases: `` `text <uri>`_ ``. Source: reStructuredText specification, "Embedded URIs and Aliases". */
import { isWhite } from '../characters.ts';
import { isEscaped } from '../escapes.ts';
import { findUri } from './standaloneUri.ts';

const LESS = 60;
const GREATER = 62;
const BACKSLASH = 92;
const UNDERSCORE = 95;
const URI = /^[a-zA-Z][a-zA-Z0-9.+-]*:\S/;

export interface Embedded {
  /** End of the reference's text, white space before the bracket left out. */
  readonly textEnd: number;
  /** Bounds of what stands in the brackets. */
  readonly from: number;
  readonly to: number;
  /** It names a target, with an underscore at its end, and is no URI. */
  readonly isAlias: boolean;
}

/** What is embedded at the end of the phrase between `from` and `to`; `undefined` where nothing is. */
export function findEmbedded(text: string, from: number, to: number): Embedded | undefined {
  const close = to - 1;
  if (close <= from || text.charCodeAt(close) !== GREATER || isEscaped(text, close, from)) {
    return undefined;
  }
  const open = openBracket(text, from, close);
  const inside = open + 1;
  if (open < 0 || inside >= close || isWhite(text.charCodeAt(inside)) || isWhite(text.charCodeAt(close - 1))) {
    return undefined;
  }
  let textEnd = open;
  while (textEnd > from && (text.charCodeAt(textEnd - 1) === 32 || text.charCodeAt(textEnd - 1) === 10)) {
    textEnd--;
  }
  if (open > from && textEnd === open) {
    return undefined;
  }
  const content = text.slice(inside, close);
  const isAlias =
    text.charCodeAt(close - 1) === UNDERSCORE && text.charCodeAt(close - 2) !== BACKSLASH && !isUri(content);
  return { textEnd, from: inside, to: close, isAlias };
}

function isUri(content: string): boolean {
  return URI.test(content) || findUri(content, 0, content.length)?.start === 0;
}

/** The bracket that opens what `close` closes; unescaped brackets in between forbid it. */
function openBracket(text: string, from: number, close: number): number {
  for (let at = close - 1; at >= from; at--) {
    const code = text.charCodeAt(at);
    if ((code === LESS || code === GREATER) && !isEscaped(text, at, from)) {
      return code === LESS ? at : -1;
    }
  }
  return -1;
}
