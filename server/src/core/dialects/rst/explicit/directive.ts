/** Directives. Source: reStructuredText specification, "Directives"; docutils' `parse_directive_block`. */
import { offsetIn } from '../../textRun.ts';
import { type Block, type BlockReader, blockOf, type Outcome } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { readDirectiveContent } from '../directives/content.ts';
import type { Directive } from '../directives/directiveParts.ts';
import { areBroken, optionsStart, readOptions } from '../directives/options.ts';
import { isRefused } from '../directives/refused.ts';
import { directiveShape } from '../directives/table.ts';
import { isBlank, type Lines, skipBlank, trimBlank } from '../lines.ts';
import { simpleNameEnd } from '../names.ts';
import { expandTabs } from '../tabs.ts';

const COLON = 58;
const SPACE = 32;
/** A space, two colons, and what stands behind. */
const LONGEST_COLONS = 4;

/** Reads the directive whose name stands at `content`; `undefined` where it is none. */
export function directive(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  const read = directiveAt(block, line, content);
  if (read !== undefined) {
    readDirective(reader, read);
  }
  return read?.behind;
}

/**
 * Takes the directive apart whose name stands at `content`; that may stand one space apart from its colons, unless it
 * says what a substitution stands for.
 */
export function directiveAt(
  block: Block,
  line: number,
  content: number,
  isSubstitution = false,
): Directive | undefined {
  const { lines } = block;
  const { text } = lines;
  const nameEnd = simpleNameEnd(text, content, lines.end[line]!);
  const head = nameEnd > content ? colonsEnd(lines, line, nameEnd, !isSubstitution) : -1;
  if (head < 0) {
    return undefined;
  }
  const start = lines.first[line]!;
  const name = text.slice(content, nameEnd).toLowerCase();
  const body = contentBlock(block, line, head);
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
  const hasArgument = shape.argument !== 'none';
  if (!hasArgument) {
    blankOut(lines, optionsFrom, argumentsEnd);
  }
  return {
    name,
    isSubstitution,
    around: block.place,
    shape,
    start,
    head,
    options,
    optionsTo: argumentsEnd,
    hasBrokenOptions,
    argumentTo: hasArgument ? optionsFrom : from,
    headEnd,
    contentFrom: skipBlank(lines, hasArgument ? argumentsEnd : from, to),
    block: blockOf(lines, from, to, body.column, body.place),
    behind: body.to,
  };
}

/** Reads what is in `directive`, unless there is something wrong with it; answers what its content came to. */
export function readDirective(reader: BlockReader, directive: Directive): Outcome {
  addFold(reader, directive);
  if (isRefused(directive)) {
    reader.leaves('nothing');
    return 'nothing';
  }
  return readDirectiveContent(reader, directive);
}

/** Offset behind the `::` that follows the name up to `nameEnd`; -1 where there is none. */
function colonsEnd(lines: Lines, line: number, nameEnd: number, mayStandApart: boolean): number {
  const run = expandTabs(lines, nameEnd, Math.min(lines.end[line]!, nameEnd + LONGEST_COLONS));
  const { text, from, to } = run;
  const colons = mayStandApart && text.charCodeAt(from) === SPACE ? from + 1 : from;
  const behind = colons + 2;
  const areColons =
    behind <= to &&
    text.charCodeAt(colons) === COLON &&
    text.charCodeAt(colons + 1) === COLON &&
    (behind === to || text.charCodeAt(behind) === SPACE);
  return areColons ? offsetIn(run, behind - 1) + 1 : -1;
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
