/** Field lists: `:name: body`. Source: reStructuredText specification, "Field Lists". */
import { blockOf, type Construct, placeIn } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { type Lines, setContent } from '../lines.ts';

const COLON = 58;
const BACKSLASH = 92;
const SPACE = 32;
const BACKQUOTE = 96;

/**
 * Offset of the colon that closes the field name whose opening colon stands at `start`; -1 where it is no field.
 * A colon inside the name must not be followed by a space or a backquote, which would start a role's text.
 */
export function fieldNameEnd(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start + 1);
  if (text.charCodeAt(start) !== COLON || start + 1 >= end || first === COLON || first === SPACE) {
    return -1;
  }
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      at++;
    } else if (code === COLON) {
      const next = at + 1 < end ? text.charCodeAt(at + 1) : SPACE;
      if (next === SPACE) {
        return text.charCodeAt(at - 1) === SPACE ? -1 : at;
      }
      if (next === BACKQUOTE) {
        return -1;
      }
    }
  }
  return -1;
}

/** Whether `line` starts a field. */
export function isField(lines: Lines, line: number): boolean {
  return lines.indent[line]! >= 0 && fieldNameEnd(lines.text, lines.first[line]!, lines.end[line]!) >= 0;
}

export const fieldList: Construct = (reader, block, line) => {
  const { lines, column } = block;
  const start = lines.first[line]!;
  const colon = fieldNameEnd(lines.text, start, lines.end[line]!);
  if (colon < 0) {
    return undefined;
  }
  const stop = lines.end[line]!;
  setContent(lines, line, start + 1, colon, column);
  reader.readInline(lines, line, line + 1);
  setContent(lines, line, colon + 1, stop, column);
  const body = contentBlock(block, line, colon + 1);
  // Unlike what other markers open, a field only names the list that stands in it.
  const place = placeIn(body.place, { itemsAreTodos: block.place.itemsAreTodos });
  reader.readBlocks(blockOf(lines, body.from, body.to, body.column, place));
  return body.to;
};
