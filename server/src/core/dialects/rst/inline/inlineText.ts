/**
 * A run of text that inline markup is looked for in: the lines of a paragraph, without what they are indented by.
 * Where the note's own text reads the same, no copy is made.
 */
import type { Span } from '../../../text/span.ts';
import type { Lines } from '../lines.ts';

const LF = 10;

export interface InlineText {
  /** The run stands in here … */
  readonly text: string;
  /** … between these offsets. */
  readonly from: number;
  readonly to: number;
  /** For a copy: where each line starts in `text`, and in the note. */
  readonly starts?: readonly number[];
  readonly origins?: readonly number[];
}

/** Lines `from` to `to` as one run, LF between them, which may end at offset `end`, before the last line does. */
export function inlineText(lines: Lines, from: number, to: number, end = lines.end[to - 1]!): InlineText {
  const { text, first } = lines;
  for (let line = from + 1; line < to; line++) {
    const lineEnd = lines.end[line - 1]!;
    if (first[line] !== lineEnd + 1 || text.charCodeAt(lineEnd) !== LF) {
      return joined(lines, from, to, end);
    }
  }
  return { text, from: first[from]!, to: end };
}

function joined(lines: Lines, from: number, to: number, end: number): InlineText {
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

/** The note's span of what stands in `run` between `from` and `to`. */
export function spanIn(run: InlineText, from: number, to: number): Span {
  return { start: offsetIn(run, from), end: to > from ? offsetIn(run, to - 1) + 1 : offsetIn(run, to) };
}

function offsetIn({ starts, origins }: InlineText, at: number): number {
  if (starts === undefined || origins === undefined) {
    return at;
  }
  let line = 0;
  let last = starts.length - 1;
  while (line < last) {
    const middle = (line + last + 1) >> 1;
    if (starts[middle]! <= at) {
      line = middle;
    } else {
      last = middle - 1;
    }
  }
  return origins[line]! + at - starts[line]!;
}
