/** Substitution definitions: `.. |name| directive:: …`. Source: reStructuredText specification. */
import type { Block, BlockReader } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { isEscaped, unescapeText } from '../escapes.ts';
import { indexWithin } from '../indexWithin.ts';
import { isBlank } from '../lines.ts';
import { directive } from './directive.ts';

const SPACE = 32;
const BAR = 124;

/** Reads the definition whose bar stands at `content`; `undefined` where it is malformed. */
export function substitutionDefinition(
  reader: BlockReader,
  block: Block,
  line: number,
  content: number,
): number | undefined {
  const { lines } = block;
  const { text } = lines;
  const end = lines.end[line]!;
  const close = closingBar(text, content + 1, end);
  if (close < 0) {
    return undefined;
  }
  const start = lines.first[line]!;
  const nameSpan = { start: content + 1, end: close };
  const name = unescapeText(text.slice(nameSpan.start, nameSpan.end)).replace(/\s+/g, ' ');
  reader.note.addAnchor({ kind: 'substitution', name, span: { start, end: close + 1 }, nameSpan });
  let inner = close + 1;
  while (inner < end && text.charCodeAt(inner) === SPACE) {
    inner++;
  }
  const behind = inner < end ? directive(reader, block, line, inner) : undefined;
  if (behind !== undefined) {
    return behind;
  }
  const body = contentBlock(block, line, inner);
  return isBlank(lines, line) && body.to > line + 1 ? innerDirective(reader, body) : body.to;
}

/** The directive may stand on the line below. */
function innerDirective(reader: BlockReader, body: Block): number {
  const line = body.from + 1;
  directive(reader, body, line, body.lines.first[line]!);
  return body.to;
}

function closingBar(text: string, from: number, end: number): number {
  if (from >= end || text.charCodeAt(from) === SPACE) {
    return -1;
  }
  const nextBar = (at: number): number => indexWithin(text, BAR, at + 1, end);
  for (let at = nextBar(from); at >= 0; at = nextBar(at)) {
    const isEnd = at + 1 === end || text.charCodeAt(at + 1) === SPACE;
    if (isEnd && text.charCodeAt(at - 1) !== SPACE && !isEscaped(text, at, from)) {
      return at;
    }
  }
  return -1;
}
