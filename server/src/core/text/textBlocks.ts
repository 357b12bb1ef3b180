/** Parts of a text that need no knowledge of its format: words, paragraphs, and blocks by indentation. */
import type { LineIndex } from './lineIndex.ts';
import type { Span } from './span.ts';

const WORD = /[\p{L}\p{N}\p{M}_]/u;

/** Deeper blocks are not told apart. */
const DEEPEST = 20;

/** The word around `offset` or right before it; `undefined` where there is none. */
export function wordAt(text: string, offset: number): Span | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && WORD.test(characterBefore(text, start))) {
    start -= characterBefore(text, start).length;
  }
  while (end < text.length && WORD.test(String.fromCodePoint(text.codePointAt(end)!))) {
    end += String.fromCodePoint(text.codePointAt(end)!).length;
  }
  return start === end ? undefined : { start, end };
}

/** The lines around `offset` up to blank ones, without white space around; `undefined` on a blank line. */
export function paragraphAround(text: string, lines: LineIndex, offset: number): Span | undefined {
  const line = lines.lineAt(offset);
  if (isBlank(text, lines, line)) {
    return undefined;
  }
  let first = line;
  let last = line;
  while (first > 0 && !isBlank(text, lines, first - 1)) {
    first--;
  }
  while (last + 1 < lines.lineCount && !isBlank(text, lines, last + 1)) {
    last++;
  }
  return linesSpan(text, lines, first, last);
}

/**
 * For the line of `offset`, and for each line above it that is indented less than all in between, that line with those
 * below it that are indented more: an item with what is nested in it, then what that is nested in.
 */
export function indentedBlocks(text: string, lines: LineIndex, offset: number): readonly Span[] {
  const blocks: Span[] = [];
  let line = lines.lineAt(offset);
  let indent = isBlank(text, lines, line) ? Number.POSITIVE_INFINITY : indentOf(text, lines, line) + 1;
  for (; line >= 0 && indent > 0 && blocks.length < DEEPEST; line--) {
    if (!isBlank(text, lines, line) && indentOf(text, lines, line) < indent) {
      indent = indentOf(text, lines, line);
      blocks.push(linesSpan(text, lines, line, lastBelow(text, lines, line, indent)));
    }
  }
  return blocks.filter(({ end }) => end >= offset);
}

function lastBelow(text: string, lines: LineIndex, line: number, indent: number): number {
  let last = line;
  for (let at = line + 1; at < lines.lineCount; at++) {
    if (!isBlank(text, lines, at)) {
      if (indentOf(text, lines, at) <= indent) {
        break;
      }
      last = at;
    }
  }
  return last;
}

function linesSpan(text: string, lines: LineIndex, first: number, last: number): Span {
  const end = lines.startOf(last + 1);
  return {
    start: lines.startOf(first) + indentOf(text, lines, first),
    end: lines.startOf(last) + text.slice(lines.startOf(last), end).trimEnd().length,
  };
}

function isBlank(text: string, lines: LineIndex, line: number): boolean {
  return lines.startOf(line) + indentOf(text, lines, line) >= lines.startOf(line + 1);
}

/** White space at the start of a line, its break included where there is nothing else. */
function indentOf(text: string, lines: LineIndex, line: number): number {
  const start = lines.startOf(line);
  const end = lines.startOf(line + 1);
  let at = start;
  while (at < end && isSpace(text.charCodeAt(at))) {
    at++;
  }
  return at - start;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function characterBefore(text: string, offset: number): string {
  const code = text.charCodeAt(offset - 1);
  return code >= 0xdc00 && code <= 0xdfff
    ? text.slice(Math.max(0, offset - 2), offset)
    : text.slice(offset - 1, offset);
}
