/** Substitution definitions: `.. |name| directive:: …`. Source: reStructuredText specification. */
import type { Anchor } from '../../../model/anchor.ts';
import type { Link } from '../../../model/link.ts';
import { foldSpace } from '../../../text/foldSpace.ts';
import { ownString } from '../../../text/ownString.ts';
import type { Mark } from '../../noteCollector.ts';
import { type Block, type BlockReader, blockOf, type Outcome } from '../block.ts';
import { isWhite } from '../characters.ts';
import type { Directive } from '../directives/directiveParts.ts';
import { isRefused } from '../directives/refused.ts';
import { isKnownDirective } from '../directives/table.ts';
import { isEscaped, unescapeText } from '../escapes.ts';
import { indexWithin } from '../indexWithin.ts';
import { indentedEnd, isBlank, type Lines } from '../lines.ts';
import { directiveAt, readDirective } from './directive.ts';

/** What may stand in one place only, which is not where a substitution is defined. */
const ILLEGAL: ReadonlySet<(Link | Anchor)['kind']> = new Set([
  'anonymous-ref',
  'footnote-ref',
  'citation-ref',
  'inline',
  'name-option',
] as const);
const INLINE = new Set(['image', 'replace', 'unicode', 'date']);
const SPACE = 32;
const BAR = 124;

/** Reads the definition whose bar stands at `bar`; `undefined` where it is malformed. */
export function substitutionDefinition(
  reader: BlockReader,
  block: Block,
  line: number,
  bar: number,
): number | undefined {
  const { lines } = block;
  const { text } = lines;
  const to = indentedEnd(lines, line + 1, block.to, block.column);
  const nameStart = bar + 1;
  const closed = closingBar(lines, line, to, nameStart);
  if (closed === undefined) {
    return undefined;
  }
  const inner = contentPlace(lines, closed.line, to, closed.at + 1);
  const start = lines.first[line]!;
  const around = blockOf(lines, block.from, to, block.column, block.place);
  const directive = inner && directiveAt(around, inner.line, inner.at, true);
  const before = reader.note.mark();
  const content = directive && readDirective(reader, directive);
  // Without a directive that gives text or an image, it defines nothing.
  if (directive === undefined || !defines(directive, content) || hasIllegal(reader, before)) {
    reader.leaves('nothing');
    return to;
  }
  const nameSpan = { start: nameStart, end: closed.at };
  const name = ownString(foldSpace(unescapeText(text.slice(nameSpan.start, nameSpan.end))));
  reader.note.addAnchor({ kind: 'substitution', name, span: { start, end: closed.at + 1 }, nameSpan });
  return to;
}

/** What docutils and Sphinx have for this, and what nobody knows, which an extension may. */
function defines(directive: Directive, content: Outcome | undefined): boolean {
  const { name } = directive;
  return (
    (INLINE.has(name) || !isKnownDirective(name)) &&
    !isRefused(directive) &&
    (name !== 'replace' || content === 'paragraph')
  );
}

/** Whether anything that a substitution must not hold has been found since `before`, or a name for an address. */
function hasIllegal({ note }: BlockReader, before: Mark): boolean {
  const { links, anchors } = note.foundSince(before);
  return (
    [...links, ...anchors].some(({ kind }) => ILLEGAL.has(kind)) ||
    anchors.some(({ kind, value }) => kind === 'embedded' && value?.type !== 'local')
  );
}

interface TextPlace {
  readonly line: number;
  readonly at: number;
}

/** Where the directive stands: behind the bar, or on the line below. */
function contentPlace(lines: Lines, line: number, to: number, from: number): TextPlace | undefined {
  let at = from;
  while (at < lines.end[line]! && lines.text.charCodeAt(at) === SPACE) {
    at++;
  }
  if (at < lines.end[line]!) {
    return { line, at };
  }
  return line + 1 < to && !isBlank(lines, line + 1) ? { line: line + 1, at: lines.first[line + 1]! } : undefined;
}

/** The bar that ends the name which starts at `from` on `line`; a name may go on over lines, blank ones too. */
function closingBar(lines: Lines, line: number, to: number, from: number): TextPlace | undefined {
  const { text } = lines;
  if (from >= lines.end[line]! || text.charCodeAt(from) === SPACE) {
    return undefined;
  }
  for (let current = line; current < to; current++) {
    const start = current === line ? from + 1 : lines.first[current]!;
    const at = closingBarWithin(text, from, start, lines.end[current]!);
    if (at >= 0) {
      return { line: current, at };
    }
  }
  return undefined;
}

function closingBarWithin(text: string, nameStart: number, from: number, end: number): number {
  for (let at = indexWithin(text, BAR, from, end); at >= 0; at = indexWithin(text, BAR, at + 1, end)) {
    const isEnd = at + 1 === end || text.charCodeAt(at + 1) === SPACE;
    if (isEnd && !isWhite(text.charCodeAt(at - 1)) && !isEscaped(text, at, nameStart)) {
      return at;
    }
  }
  return -1;
}
