/** Directives. Source: reStructuredText specification, "Directives"; docutils' `parse_directive_block`. */
import type { Block, BlockReader } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { readDirectiveContent } from '../directives/content.ts';
import type { Directive } from '../directives/directiveParts.ts';
import { areBroken, optionsStart, readOptions } from '../directives/options.ts';
import { isRefused } from '../directives/refused.ts';
import { directiveShape } from '../directives/table.ts';
import { isBlank, type Lines, skipBlank, trimBlank } from '../lines.ts';
import { simpleNameEnd } from '../names.ts';

const COLON = 58;
const SPACE = 32;

/** Reads the directive whose name stands at `content`; `undefined` where it is none. */
export function directive(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  const read = directiveAt(block, line, content);
  if (read !== undefined) {
    readDirective(reader, read);
  }
  return read?.behind;
}

/** A directive, and the first line behind it. */
interface DirectiveAt extends Directive {
  readonly behind: number;
}

/** Takes the directive apart whose name stands at `content`. */
export function directiveAt(block: Block, line: number, content: number): DirectiveAt | undefined {
  const { lines } = block;
  const { text } = lines;
  const nameEnd = directiveNameEnd(text, content, lines.end[line]!);
  if (nameEnd < 0) {
    return undefined;
  }
  const colons = text.charCodeAt(nameEnd) === SPACE ? nameEnd + 1 : nameEnd;
  const start = lines.first[line]!;
  const name = text.slice(content, nameEnd);
  const body = contentBlock(block, line, colons + 2);
  return { ...takeApart(body, { name, around: block.place, start, head: colons + 2 }), behind: body.to };
}

/** Reads what is in `directive`, unless there is something wrong with it. */
export function readDirective(reader: BlockReader, directive: Directive): void {
  addFold(reader, directive);
  if (!isRefused(directive)) {
    readDirectiveContent(reader, directive);
  }
}

/** Where the name of the directive at `content` ends; -1 where there is none before `end`. */
function directiveNameEnd(text: string, content: number, end: number): number {
  const nameEnd = simpleNameEnd(text, content, end);
  const colons = text.charCodeAt(nameEnd) === SPACE ? nameEnd + 1 : nameEnd;
  const isDirective =
    nameEnd > content &&
    colons + 2 <= end &&
    text.charCodeAt(colons) === COLON &&
    text.charCodeAt(colons + 1) === COLON &&
    (colons + 2 === end || text.charCodeAt(colons + 2) === SPACE);
  return isDirective ? nameEnd : -1;
}

function takeApart(body: Block, opening: Pick<Directive, 'name' | 'around' | 'start' | 'head'>): Directive {
  const { lines } = body;
  const { name, head } = opening;
  const shape = directiveShape(name);
  const to = trimBlank(lines, body.from, body.to);
  const from = isBlank(lines, body.from) && body.from < to ? body.from + 1 : body.from;
  let argumentsEnd = from;
  while (argumentsEnd < to && !isBlank(lines, argumentsEnd)) {
    argumentsEnd++;
  }
  const optionsFrom = shape.options === 'none' ? argumentsEnd : optionsStart(lines, from, argumentsEnd, body.column);
  const options = readOptions(lines, optionsFrom, argumentsEnd, body.column);
  const headEnd = argumentsEnd > from ? lines.end[argumentsEnd - 1]! : head;
  const hasBrokenOptions = areBroken(options, lines, optionsFrom, argumentsEnd, body.column);
  const ofOptions = { options, optionsTo: argumentsEnd, hasBrokenOptions };
  const whole = { ...opening, shape, headEnd, ...ofOptions, block: { ...body, from, to } };
  if (shape.argument !== 'none') {
    return { ...whole, argumentTo: optionsFrom, contentFrom: skipBlank(lines, argumentsEnd, to) };
  }
  blankOut(lines, optionsFrom, argumentsEnd);
  return { ...whole, argumentTo: from, contentFrom: skipBlank(lines, from, to) };
}

/** Options that stand between text and text are no part of either. */
function blankOut(lines: Lines, from: number, to: number): void {
  for (let line = from; line < to; line++) {
    lines.indent[line] = -1;
  }
}

function addFold(reader: BlockReader, { start, head, block }: Directive): void {
  const { lines, from, to } = block;
  const last = to > from ? lines.end[to - 1]! : head;
  if (
    to - from > 1 ||
    (to > from && lines.first[from]! > head && /[\r\n]/.test(lines.text.slice(head, lines.first[from])))
  ) {
    reader.note.addFold(start, last, 'region');
  }
}
