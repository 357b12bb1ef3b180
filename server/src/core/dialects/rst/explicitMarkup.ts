/**
 * Explicit markup: what starts with `..`, and anonymous targets `__`. Source: reStructuredText specification,
 * "Explicit Markup Blocks". What is none of the constructs is a comment.
 */
import type { Block, BlockReader, Construct } from './block.ts';
import { comment } from './explicit/comment.ts';
import { directive } from './explicit/directive.ts';
import { footnote } from './explicit/footnote.ts';
import { hyperlinkTarget, readAnonymousTarget } from './explicit/hyperlinkTarget.ts';
import { substitutionDefinition } from './explicit/substitutionDefinition.ts';
import type { Lines } from './lines.ts';

const DOT = 46;
const SPACE = 32;
const BAR = 124;
const UNDERSCORE = 95;
const BRACKET = 91;

/** Whether `line` starts with the two characters of `marker`, and a space or nothing behind. */
function startsWith(lines: Lines, line: number, code: number): boolean {
  const start = lines.first[line]!;
  const { text } = lines;
  return (
    text.charCodeAt(start) === code &&
    text.charCodeAt(start + 1) === code &&
    start + 2 <= lines.end[line]! &&
    (start + 2 === lines.end[line] || text.charCodeAt(start + 2) === SPACE)
  );
}

export const explicitMarkup: Construct = (reader, block, line) => {
  const { lines } = block;
  if (!startsWith(lines, line, DOT)) {
    return undefined;
  }
  let content = lines.first[line]! + 2;
  while (content < lines.end[line]! && lines.text.charCodeAt(content) === SPACE) {
    content++;
  }
  const behind = content < lines.end[line]! ? construct(reader, block, line, content) : undefined;
  return behind ?? comment(reader, block, line, content);
};

function construct(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  switch (block.lines.text.charCodeAt(content)) {
    case UNDERSCORE:
      return hyperlinkTarget(reader, block, line, content);
    case BRACKET:
      return footnote(reader, block, line, content);
    case BAR:
      return substitutionDefinition(reader, block, line, content);
    default:
      return directive(reader, block, line, content);
  }
}

/** `__ http://a.org`: the next target for references that name none. */
export const anonymousTarget: Construct = (reader, block, line) => {
  const { lines } = block;
  return startsWith(lines, line, UNDERSCORE)
    ? readAnonymousTarget(reader, block, line, lines.first[line]! + 2)
    : undefined;
};
