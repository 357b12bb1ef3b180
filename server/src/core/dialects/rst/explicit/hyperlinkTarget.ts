/**
 * Hyperlink targets: internal, external, indirect and anonymous. Source: reStructuredText specification, "Hyperlink
 * Targets".
 *
 *     .. _`the name`: http://a.org      .. _here:      .. _other: name_      .. __: http://b.org
 */
import type { LinkTarget } from '../../../model/link.ts';
import type { Span } from '../../../text/span.ts';
import type { Block, BlockReader } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { isEscaped, unescapeText, unescapeUri } from '../escapes.ts';
import { indexWithin } from '../indexWithin.ts';
import { type Lines, skipBlank } from '../lines.ts';
import { normalizeName, simpleNameEnd } from '../names.ts';
import { pathTarget, uriTarget } from '../uriTarget.ts';

const COLON = 58;
const SPACE = 32;
const BACKQUOTE = 96;
const BLANK_BEFORE_COLON = /^[^:\s]+\s[^:]*:/;

interface TargetName {
  /** Offset of the name's first and behind its last character; equal for an anonymous target. */
  readonly span: Span;
  /** Offset behind the colon. */
  readonly behind: number;
}

/** Reads the target whose underscore stands at `content`; `undefined` where it is malformed. */
export function hyperlinkTarget(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  const { lines } = block;
  const start = lines.first[line]!;
  const name = readName(lines, line, content + 1);
  if (name === undefined) {
    return undefined;
  }
  const body = contentBlock(block, line, name.behind, true);
  addTarget(reader, body, start, name.span);
  if (block.place.titles && isInternal(body)) {
    reader.note.addLabel(normalizeName(unescapeText(lines.text.slice(name.span.start, name.span.end))));
  }
  return body.to;
}

/** Reads `__ uri`, whose content starts at `content`. */
export function readAnonymousTarget(reader: BlockReader, block: Block, line: number, content: number): number {
  const start = block.lines.first[line]!;
  const body = contentBlock(block, line, content, true);
  addTarget(reader, body, start, { start: content, end: content });
  return body.to;
}

/** The name between the underscore before `from` and the colon that ends it. */
function readName(lines: Lines, line: number, from: number): TargetName | undefined {
  const { text } = lines;
  const end = lines.end[line]!;
  if (text.charCodeAt(from) === 95) {
    const colon = text.charCodeAt(from + 1) === SPACE ? from + 2 : from + 1;
    return isColonAtEnd(text, colon, end) ? { span: { start: from, end: from }, behind: colon + 1 } : undefined;
  }
  const first = text.charCodeAt(from);
  if (from >= end || first === SPACE) {
    return undefined;
  }
  return first === BACKQUOTE ? quotedName(text, from + 1, end) : plainName(text, from, end);
}

function isColonAtEnd(text: string, at: number, end: number): boolean {
  return at < end && text.charCodeAt(at) === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE);
}

/** `` `a: b`: ``, of which `from` is behind the first backquote. */
function quotedName(text: string, from: number, end: number): TargetName | undefined {
  if (from >= end || text.charCodeAt(from) === SPACE || text.charCodeAt(from) === BACKQUOTE) {
    return undefined;
  }
  const nextQuote = (at: number): number => indexWithin(text, BACKQUOTE, at + 1, end);
  for (let at = nextQuote(from); at >= 0; at = nextQuote(at)) {
    const colon = text.charCodeAt(at + 1) === SPACE ? at + 2 : at + 1;
    if (text.charCodeAt(at - 1) !== SPACE && !isEscaped(text, at, from) && isColonAtEnd(text, colon, end)) {
      return { span: { start: from, end: at }, behind: colon + 1 };
    }
  }
  return undefined;
}

/** `a b:`, which ends at the first unescaped colon with a space or nothing behind. */
function plainName(text: string, from: number, end: number): TargetName | undefined {
  const nextColon = (at: number): number => indexWithin(text, COLON, at + 1, end);
  for (let at = nextColon(from); at >= 0; at = nextColon(at)) {
    const nameEnd = text.charCodeAt(at - 1) === SPACE ? at - 1 : at;
    const endsInColon = text.charCodeAt(nameEnd - 1) === COLON && !isEscaped(text, nameEnd - 1, from);
    if (isColonAtEnd(text, at, end) && !isEscaped(text, at, from) && !endsInColon) {
      return { span: { start: from, end: nameEnd }, behind: at + 1 };
    }
  }
  return undefined;
}

function addTarget(reader: BlockReader, body: Block, start: number, nameSpan: Span): void {
  const { lines, from, to } = body;
  const { text } = lines;
  const isAnonymous = nameSpan.start === nameSpan.end;
  const name = isAnonymous ? '' : normalizeName(unescapeText(text.slice(nameSpan.start, nameSpan.end)));
  const value = readValue(body);
  const last = lines.end[to - 1]!;
  const kind = isAnonymous ? 'anonymous' : 'explicit';
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
  return parts.length === 0 ? undefined : targetOf(parts.join(' '));
}

/** What `source` points to where a target's value stands: `name_`, `` `a name`_ `` or a URI. */
export function targetOf(source: string): LinkTarget {
  const name = referenceName(source);
  if (name !== undefined) {
    return { type: 'local', space: 'target', name: normalizeName(unescapeText(name)) };
  }
  const uri = unescapeUri(source);
  // `svn checkout http://a.org` is no address of a scheme "svncheckouthttp".
  return BLANK_BEFORE_COLON.test(source) ? pathTarget(uri) : uriTarget(uri);
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
