/**
 * A run of text that inline markup is looked for in: the lines of a paragraph, without what they are indented by.
 * Where the note's own text reads the same, no copy is made.
 */
import type { TextRun } from '../../textRun.ts';
import type { Lines } from '../lines.ts';

const LF = 10;

/** Lines `from` to `to` as one run, LF between them, which may end at offset `end`, before the last line does. */
export function inlineText(lines: Lines, from: number, to: number, end = lines.end[to - 1]!): TextRun {
  const { text, first } = lines;
  for (let line = from + 1; line < to; line++) {
    const lineEnd = lines.end[line - 1]!;
    if (first[line] !== lineEnd + 1 || text.charCodeAt(lineEnd) !== LF) {
      return joined(lines, from, to, end);
    }
  }
  return { text, from: first[from]!, to: end };
}

function joined(lines: Lines, from: number, to: number, end: number): TextRun {
  const parts: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  for (let line = from; line < to; line++) {
    const part = lines.text.slice(lines.first[line]!, Math.min(end, lines.end[line]!));
    parts.push(part);
    starts.push(length);
    origins.push(lines.first[line]!);
    length += part.length + 1;
  }
  return { text: parts.join('\n'), from: 0, to: length - 1, starts, origins };
}
