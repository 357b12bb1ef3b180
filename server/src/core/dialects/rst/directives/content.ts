/** Reads what a directive holds: its argument, its options that are links or names, and its content. */
import type { LinkTarget } from '../../../model/link.ts';
import { type BlockReader, blockOf, type Outcome, type Place, placeIn } from '../block.ts';
import { unescapeUri } from '../escapes.ts';
import { targetOf } from '../explicit/hyperlinkTarget.ts';
import { lineText, setContent } from '../lines.ts';
import { normalizeName } from '../names.ts';
import { roleKind } from '../roleTargets.ts';
import { plainUriTarget } from '../uriTarget.ts';
import { readCsvTable } from './csvTable.ts';
import type { Directive } from './directiveParts.ts';
import { readGlossary } from './glossary.ts';
import { readProductions } from './productionList.ts';
import { readToctree } from './toctree.ts';
import { readTodo } from './todo.ts';

export function readDirectiveContent(reader: BlockReader, directive: Directive): Outcome {
  const { shape, block, argumentTo, contentFrom, name } = directive;
  addName(reader, directive);
  if (shape.link !== undefined) {
    addArgumentLink(reader, directive, shape.link);
  }
  if (shape.argument === 'inline' && argumentTo > block.from) {
    reader.readInline(block.lines, block.from, argumentTo);
  }
  readSubtitle(reader, directive);
  if (name === 'role' && argumentTo > block.from) {
    addRole(reader, lineText(block.lines, block.from));
  }
  if (name === 'productionlist') {
    readProductions(reader, directive);
  }
  if (shape.content === 'csv') {
    readCsvTable(reader, directive);
    return 'other';
  }
  const place = name === 'todo' ? readTodo(reader, directive) : contentPlace(directive);
  if (contentFrom >= block.to) {
    return 'nothing';
  }
  if (name === 'glossary') {
    readGlossary(reader, directive);
  }
  if (shape.content === 'blocks') {
    return reader.readBlocks(blockOf(block.lines, contentFrom, block.to, block.column, place));
  } else if (shape.content === 'inline') {
    reader.readInline(block.lines, contentFrom, block.to);
  } else if (shape.content === 'lines') {
    for (let line = contentFrom; line < block.to; line++) {
      reader.readInline(block.lines, line, line + 1);
    }
  } else if (shape.content === 'entries') {
    readToctree(reader, directive);
  }
  return 'other';
}

/** A sidebar has a second title. */
function readSubtitle(reader: BlockReader, { name, options, block, optionsTo }: Directive): void {
  const subtitle = name === 'sidebar' ? options.find((option) => option.name === 'subtitle') : undefined;
  if (subtitle === undefined || subtitle.value === '') {
    return;
  }
  const { lines } = block;
  const { line, valueSpan } = subtitle;
  let to = line + 1;
  while (to < optionsTo && lines.first[to]! < valueSpan.end) {
    to++;
  }
  setContent(lines, line, valueSpan.start, lines.end[line]!, block.column);
  reader.readInline(lines, line, to);
}

/** `name`, or `name(base)`, which is none where the base is not known. */
function addRole(reader: BlockReader, written: string): void {
  const [name = '', base] = written.split(/\s*[()]\s*/);
  if (
    base === undefined ||
    reader.note.hasOwnRole(base.toLowerCase()) ||
    roleKind(base.toLowerCase()) !== 'unknown-role'
  ) {
    reader.note.addOwnRole(name.toLowerCase());
  }
}

/** Sections cannot begin in a directive; to-dos of a To Do section stand in those only that are seen through. */
function contentPlace({ shape, around, block }: Directive): Place {
  return placeIn(shape.isTransparent ? around : block.place, { titles: shape.titles ?? 'none' });
}

/** `:name:` makes any directive a target; a table of contents is one by its title. */
function addName(reader: BlockReader, directive: Directive): void {
  const { options, start, head, block, argumentTo } = directive;
  const option = options.find(({ name }) => name === 'name');
  const span = { start, end: head };
  if (option !== undefined && option.value !== '') {
    // Nothing is escaped in an option.
    const name = normalizeName(option.value);
    reader.note.addAnchor({ kind: 'name-option', name, span, nameSpan: option.valueSpan });
  } else if (directive.name === 'contents') {
    const title = argumentTo > block.from ? reader.plainText(block.lines, block.from, argumentTo) : 'Contents';
    const name = normalizeName(title);
    if ((directive.around.titles === 'read' || directive.around.titles === 'topics') && !reader.note.hasName(name)) {
      reader.note.addAnchor({ kind: 'name-option', name, span, nameSpan: span });
    }
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
    const isStandard = kind === 'include' && /^<.*>$/.test(path);
    const target: LinkTarget = isStandard ? { type: 'opaque', text: path } : { type: 'path', path, to: 'file' };
    reader.note.addLink({ kind, span, target, targetSpan });
    return;
  }
  const uri = plainUriTarget(unescapeUri(source));
  const target = uri.type === 'path' && uri.path.endsWith('.*') ? { ...uri, glob: true } : uri;
  reader.note.addLink({ kind, span, target, targetSpan });
  const option = options.find(({ name }) => name === 'target');
  if (option !== undefined && option.value !== '') {
    const { valueSpan, value } = option;
    reader.note.addLink({
      kind: `${kind}-target`,
      span: { start, end: valueSpan.end },
      target: targetOf(value, plainUriTarget),
      targetSpan: valueSpan,
    });
  }
}
