/** Reads what a directive holds: its argument, its options that are links or names, and its content. */
import type { BlockReader } from '../block.ts';
import { unescapeText } from '../escapes.ts';
import type { Directive } from '../explicit/directive.ts';
import { targetOf } from '../explicit/hyperlinkTarget.ts';
import { lineText } from '../lines.ts';
import { normalizeName } from '../names.ts';
import { uriTarget } from '../uriTarget.ts';
import { readToctree } from './toctree.ts';
import { readTodo } from './todo.ts';

export function readDirectiveContent(reader: BlockReader, directive: Directive): void {
  const { shape, block, argumentTo, contentFrom, name } = directive;
  addName(reader, directive);
  if (shape.link !== undefined) {
    addArgumentLink(reader, directive, shape.link);
  }
  if (shape.argument === 'inline' && argumentTo > block.from) {
    reader.readInline(block.lines, block.from, argumentTo);
  }
  if (name === 'role' && argumentTo > block.from) {
    reader.note.ownRoles.add(lineText(block.lines, block.from).replace(/\s*\(.*/, ''));
  }
  const place = name.toLowerCase() === 'todo' ? readTodo(reader, directive) : block.place;
  if (contentFrom >= block.to) {
    return;
  }
  if (shape.content === 'blocks') {
    reader.readBlocks({ ...block, from: contentFrom, place });
  } else if (shape.content === 'inline') {
    reader.readInline(block.lines, contentFrom, block.to);
  } else if (shape.content === 'entries') {
    readToctree(reader, directive);
  }
}

/** `:name:` makes any directive a target. */
function addName(reader: BlockReader, { options, start, head }: Directive): void {
  const option = options.find(({ name }) => name === 'name');
  if (option !== undefined && option.value !== '') {
    const name = normalizeName(unescapeText(option.value));
    reader.note.addAnchor({ kind: 'name-option', name, span: { start, end: head }, nameSpan: option.valueSpan });
  }
}

function addArgumentLink(
  reader: BlockReader,
  directive: Directive,
  kind: NonNullable<Directive['shape']['link']>,
): void {
  const { block, argumentTo, start, options } = directive;
  if (argumentTo === block.from) {
    return;
  }
  const { lines } = block;
  const targetSpan = { start: lines.first[block.from]!, end: lines.end[argumentTo - 1]! };
  const source = lines.text.slice(targetSpan.start, targetSpan.end);
  const span = { start, end: targetSpan.end };
  if (kind !== 'image' && kind !== 'figure') {
    const path = source.replace(/\s*\n\s*/g, ' ');
    if (kind === 'literalinclude' || !/^<.*>$/.test(path)) {
      reader.note.addLink({ kind, span, target: { type: 'path', path, to: 'file' }, targetSpan });
    }
    return;
  }
  const uri = uriTarget(source.replace(/\s+/g, ''));
  const target = uri.type === 'path' && uri.path.endsWith('.*') ? { ...uri, glob: true } : uri;
  reader.note.addLink({ kind, span, target, targetSpan });
  const option = options.find(({ name }) => name === 'target');
  if (option !== undefined && option.value !== '') {
    const { valueSpan, value } = option;
    reader.note.addLink({ kind: `${kind}-target`, span: valueSpan, target: targetOf(value), targetSpan: valueSpan });
  }
}
