/** Directive options: the field list right behind a directive's argument. */
import type { Span } from '../../../text/span.ts';
import type { Lines } from '../lines.ts';
import { fieldNameEnd, isField } from '../lists/fieldList.ts';

export interface DirectiveOption {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
  readonly line: number;
}

/** The first of lines `from` to `to` that is an option, or `to`. */
export function optionsStart(lines: Lines, from: number, to: number): number {
  let line = from;
  while (line < to && !isField(lines, line)) {
    line++;
  }
  return line;
}

/** The options on lines `from` to `to`; a value may go on over indented lines. */
export function readOptions(lines: Lines, from: number, to: number): readonly DirectiveOption[] {
  const options: DirectiveOption[] = [];
  for (let line = from; line < to; line++) {
    if (isField(lines, line)) {
      options.push(readOption(lines, line, to));
    }
  }
  return options;
}

function readOption(lines: Lines, line: number, to: number): DirectiveOption {
  const { text } = lines;
  const start = lines.first[line]!;
  const colon = fieldNameEnd(text, start, lines.end[line]!);
  let last = line;
  while (last + 1 < to && !isField(lines, last + 1)) {
    last++;
  }
  let valueStart = Math.min(colon + 1, lines.end[line]!);
  while (valueStart < lines.end[line]! && text.charCodeAt(valueStart) === 32) {
    valueStart++;
  }
  if (valueStart === lines.end[line] && last > line) {
    valueStart = lines.first[line + 1]!;
  }
  const valueSpan = { start: valueStart, end: Math.max(valueStart, lines.end[last]!) };
  return {
    name: text.slice(start + 1, colon).toLowerCase(),
    value: text.slice(valueSpan.start, valueSpan.end).replace(/\s*\n\s*/g, ' '),
    valueSpan,
    line,
  };
}
