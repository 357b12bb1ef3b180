/** Directive options: the field list right behind a directive's argument. */
import type { Span } from '../../../text/span.ts';
import { unescapeText } from '../escapes.ts';
import type { Lines } from '../lines.ts';
import { fieldNameEnd, isField } from '../lists/fieldList.ts';

export interface DirectiveOption {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
  readonly line: number;
}

/** The first of lines `from` to `to` that is an option, or `to`; options stand at `column`, where the content does. */
export function optionsStart(lines: Lines, from: number, to: number, column: number): number {
  let line = from;
  while (line < to && !isOption(lines, line, column)) {
    line++;
  }
  return line;
}

/** The options on lines `from` to `to`; a value may go on over indented lines. */
export function readOptions(lines: Lines, from: number, to: number, column: number): readonly DirectiveOption[] {
  const options: DirectiveOption[] = [];
  for (let line = from; line < to; line++) {
    if (isOption(lines, line, column)) {
      options.push(readOption(lines, line, to, column));
    }
  }
  return options;
}

/**
 * Whether `options`, on lines `from` to `to`, are none: one is there twice, has a name of several words, or something else
 * stands among them.
 */
export function areBroken(
  options: readonly DirectiveOption[],
  lines: Lines,
  from: number,
  to: number,
  column: number,
): boolean {
  for (let line = from; line < to; line++) {
    if (lines.indent[line] === column && !isField(lines, line)) {
      return true;
    }
  }
  if (options.length === 0) {
    return false;
  }
  return new Set(options.map(({ name }) => name)).size < options.length || options.some(({ name }) => /\s/.test(name));
}

function isOption(lines: Lines, line: number, column: number): boolean {
  return lines.indent[line] === column && isField(lines, line);
}

function readOption(lines: Lines, line: number, to: number, column: number): DirectiveOption {
  const { text } = lines;
  const start = lines.first[line]!;
  const colon = fieldNameEnd(text, start, lines.end[line]!);
  let last = line;
  while (last + 1 < to && !isOption(lines, last + 1, column)) {
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
    name: unescapeText(text.slice(start + 1, colon)).toLowerCase(),
    value: text.slice(valueSpan.start, valueSpan.end).replace(/\s*[\r\n]\s*/g, ' '),
    valueSpan,
    line,
  };
}
