/**
 * Hyperlink targets: internal, external, indirect and anonymous. Source: reStructuredText specification, "Hyperlink
 * Targets".
 *
 *     .. _`the name`: http://a.org      .. _here:      .. _other: name_      .. __: http://b.org
 */
import type { LinkTarget } from '../../../model/link.ts';
import type { Block, BlockReader } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { isEscaped, isUnbroken, unescapeText, unescapeUri } from '../escapes.ts';
import { skipBlank } from '../lines.ts';
import { normalizeName, simpleNameEnd } from '../names.ts';
import { pathTarget, uriTarget } from '../uriTarget.ts';
import { readTargetName, type TargetName } from './targetName.ts';

const BLANK_BEFORE_COLON = /^[^:\s]+\s[^:]*:/;

/** Reads the target whose underscore stands at `content`; `undefined` where it is malformed. */
export function hyperlinkTarget(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  const { lines } = block;
  const start = lines.first[line]!;
  const target = readTargetName(block, line, content + 1);
  if (target === undefined) {
    return undefined;
  }
  const body = contentBlock(block, target.line, target.behind, true);
  addTarget(reader, body, start, target);
  if (block.place.titles === 'read' && isInternal(body)) {
    reader.note.addLabel(target.name);
  }
  return body.to;
}

/** Reads `__ uri`, whose content starts at `content`. */
export function readAnonymousTarget(reader: BlockReader, block: Block, line: number, content: number): number {
  const start = block.lines.first[line]!;
  const body = contentBlock(block, line, content, true);
  addTarget(reader, body, start, { name: '', span: { start: content, end: content } });
  return body.to;
}

function addTarget(
  reader: BlockReader,
  body: Block,
  start: number,
  { name, span: nameSpan }: Pick<TargetName, 'name' | 'span'>,
): void {
  const { lines, from, to } = body;
  const value = readValue(body);
  const last = lines.end[to - 1]!;
  const kind = nameSpan.start === nameSpan.end ? 'anonymous' : 'explicit';
  const span = { start, end: Math.max(last, nameSpan.end) };
  if (value === undefined) {
    reader.note.addAnchor({ kind, name, span, nameSpan });
    return;
  }
  const valueStart = lines.first[lines.indent[from]! < 0 ? from + 1 : from]!;
  reader.note.addAnchor({ kind, name, span, nameSpan, value, valueSpan: { start: valueStart, end: last } });
}

/** Whether nothing stands behind the name: the target marks the place that follows. */
function isInternal({ lines, from, to }: Block): boolean {
  return skipBlank(lines, from, to) === to;
}

/** What the target points to: a URI over one or more lines, or a reference to another target. */
function readValue({ lines, from, to }: Block): LinkTarget | undefined {
  const parts: string[] = [];
  for (let line = from; line < to; line++) {
    if (lines.indent[line]! >= 0) {
      parts.push(lines.text.slice(lines.first[line]!, lines.end[line]!));
    }
  }
  return parts.length === 0 ? undefined : targetOf(parts.length === 1 ? parts[0]! : parts.join(' '));
}

/**
 * What `source` points to where a target's value stands: `name_`, `` `a name`_ `` or a URI, which `readUri` makes a target
 * of.
 */
export function targetOf(source: string, readUri = uriTarget): LinkTarget {
  const name = referenceName(source);
  if (name !== undefined) {
    return { type: 'local', space: 'target', name: normalizeName(unescapeText(name)) };
  }
  if (isUnbroken(source)) {
    return readUri(source);
  }
  const uri = unescapeUri(source);
  // `svn checkout http://a.org` is no address of a scheme "svncheckouthttp".
  return BLANK_BEFORE_COLON.test(source) ? pathTarget(uri) : readUri(uri);
}

/** The name in a text that is a whole reference: `name_` or `` `a name`_ ``. */
function referenceName(source: string): string | undefined {
  if (!source.endsWith('_') || source.length < 2) {
    return undefined;
  }
  if (source.startsWith('`') && source.endsWith('`_') && source.length > 3 && source[1] !== ' ') {
    const close = source.length - 2;
    return source[close - 1] === ' ' || isEscaped(source, close) ? undefined : source.slice(1, -2);
  }
  return simpleNameEnd(source, 0, source.length - 1) === source.length - 1 ? source.slice(0, -1) : undefined;
}
