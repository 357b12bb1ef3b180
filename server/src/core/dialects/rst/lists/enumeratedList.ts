/**
 * Enumerated lists. Source: reStructuredText specification, "Enumerated Lists": a line that looks like an item is one
 * only if the next line is blank, indented, or the next item.
 */
import type { Block, BlockReader, Construct } from '../block.ts';
import { isWord } from '../characters.ts';
import { isBlank, type Lines, lineText, skipBlank } from '../lines.ts';
import { type Enumerator, nextEnumerators, readEnumerator } from './enumerators.ts';
import { listItem } from './listItem.ts';

const OPEN = 40;
const CLOSE = 41;
const DOT = 46;
const HASH = 35;

export const enumeratedList: Construct = (reader, block, line) => {
  if (!mayStart(block.lines, line)) {
    return undefined;
  }
  const first = readEnumerator(lineText(block.lines, line));
  if (first === undefined || !isItem(block, line, first)) {
    return undefined;
  }
  const isAuto = first.sequence === '#';
  let last = isAuto ? { ...first, sequence: 'arabic' as const } : first;
  let next = readItem(reader, block, line, first);
  for (;;) {
    const at = skipBlank(block.lines, next, block.to);
    const item =
      at < block.to && block.lines.indent[at] === block.column
        ? readEnumerator(lineText(block.lines, at), last.sequence)
        : undefined;
    if (item === undefined || !continues(last, item, isAuto) || !isItem(block, at, item)) {
      return next;
    }
    last = { ...last, ordinal: last.ordinal! + 1 };
    next = readItem(reader, block, at, item);
  }
};

/** Most lines start with a word: what follows its letters tells at once that they are no enumerator. */
function mayStart({ text, first, end }: Lines, line: number): boolean {
  const start = first[line]!;
  let at = OPEN === text.charCodeAt(start) ? start + 1 : start;
  while (at < end[line]! && isEnumeratorCharacter(text.charCodeAt(at))) {
    at++;
  }
  const code = text.charCodeAt(at);
  return code === DOT || code === CLOSE;
}

function isEnumeratorCharacter(code: number): boolean {
  return isWord(code) || code === HASH;
}

function continues(last: Enumerator, item: Enumerator, isAuto: boolean): boolean {
  return (
    item.format === last.format &&
    (item.sequence === '#' || (!isAuto && item.sequence === last.sequence && item.ordinal === last.ordinal! + 1))
  );
}

function isItem({ lines, to, column }: Block, line: number, item: Enumerator): boolean {
  if (item.ordinal === undefined) {
    return false;
  }
  const next = line + 1;
  if (next >= to || isBlank(lines, next) || lines.indent[next]! > column) {
    return true;
  }
  const below = `${lineText(lines, next)} `;
  return nextEnumerators(item).some((start) => below.startsWith(start));
}

function readItem(reader: BlockReader, block: Block, line: number, item: Enumerator): number {
  return listItem(reader, block, line, item.width);
}
