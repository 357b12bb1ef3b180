/**
 * A run of text that inline constructs are looked for in: the lines of a paragraph, a title or a cell. Mostly a piece of
 * the note's own text; a copy only where other things than the run's own text stand between its lines.
 */
import type { Span } from '../text/span.ts';

export interface TextRun {
  /** The run stands in here … */
  readonly text: string;
  /** … between these offsets. */
  readonly from: number;
  readonly to: number;
  /** For a copy: where each line starts in `text`, and in the note. */
  readonly starts?: readonly number[];
  readonly origins?: readonly number[];
}

export const NO_RUN: TextRun = { text: '', from: 0, to: 0 };

/** A copy of the pieces of `text` between `starts` and `ends`, with line breaks between them. */
export function joinedRun(text: string, starts: readonly number[], ends: readonly number[]): TextRun {
  const parts: string[] = [];
  const own: number[] = [];
  let length = 0;
  starts.forEach((start, line) => {
    const part = text.slice(start, ends[line]);
    parts.push(part);
    own.push(length);
    length += part.length + 1;
  });
  return { text: parts.join('\n'), from: 0, to: length - 1, starts: own, origins: starts };
}

/** The part of `run` between `from` and `to`. */
export function partOf(run: TextRun, from: number, to: number): TextRun {
  return run.starts === undefined ? { text: run.text, from, to } : { ...run, from, to };
}

/** The note's span of what stands in `run` between `from` and `to`. */
export function spanIn(run: TextRun, from: number, to: number): Span {
  return { start: offsetIn(run, from), end: to > from ? offsetIn(run, to - 1) + 1 : offsetIn(run, to) };
}

/** The note's offset of what stands in `run` at `at`. */
export function offsetIn({ starts, origins }: TextRun, at: number): number {
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
