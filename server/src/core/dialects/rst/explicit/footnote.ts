/** Footnotes and citations: `.. [1] text`. Source: reStructuredText specification, "Footnotes", "Citations". */
import type { AnchorKind } from '../../../model/anchor.ts';
import type { Block, BlockReader } from '../block.ts';
import { contentBlock } from '../contentBlock.ts';
import { indexWithin } from '../indexWithin.ts';
import { normalizeName, simpleNameEnd } from '../names.ts';

const CLOSE = 93;
const DIGITS = /^[0-9]+$/;

/** Reads the footnote or citation whose bracket stands at `content`; `undefined` where it is none. */
export function footnote(reader: BlockReader, block: Block, line: number, content: number): number | undefined {
  const { lines } = block;
  const { text } = lines;
  const end = lines.end[line]!;
  const close = indexWithin(text, CLOSE, content, end);
  if (close < 0 || (close + 1 < end && text.charCodeAt(close + 1) !== 32)) {
    return undefined;
  }
  const label = text.slice(content + 1, close);
  const kind = labelKind(label);
  if (kind === undefined) {
    return undefined;
  }
  const start = lines.first[line]!;
  const nameSpan = { start: content + 1, end: close };
  reader.note.addAnchor({
    kind,
    name: normalizeName(label.replace(/^#/, '')),
    span: { start, end: close + 1 },
    nameSpan,
  });
  const body = contentBlock(block, line, close + 1);
  reader.readBlocks(body);
  return body.to;
}

/** `1`, `#`, `#name` and `*` label footnotes, other simple names citations. */
export function labelKind(label: string): AnchorKind | undefined {
  if (DIGITS.test(label) || label === '#' || label === '*') {
    return 'footnote';
  }
  const name = label.startsWith('#') ? 1 : 0;
  if (label.length === name || simpleNameEnd(label, name, label.length) !== label.length) {
    return undefined;
  }
  return name === 1 ? 'footnote' : 'citation';
}
