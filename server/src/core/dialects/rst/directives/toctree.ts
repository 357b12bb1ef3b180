/** `.. toctree::`: the notes that it lists. Source: Sphinx documentation, "The TOC tree". */
import type { BlockReader } from '../block.ts';
import { isBlank } from '../lines.ts';
import { noteTarget, splitExplicitTitle } from '../roleTargets.ts';
import type { Directive } from './directiveParts.ts';

const URL = /^[a-zA-Z][a-zA-Z0-9.+-]*:\/\//;
const SELF = 'self';

export function readToctree(reader: BlockReader, { block, contentFrom, options }: Directive): void {
  const { lines, to } = block;
  const hasGlob = options.some(({ name }) => name === 'glob');
  for (let line = contentFrom; line < to; line++) {
    if (!isBlank(lines, line)) {
      readEntry(reader, lines.text, lines.first[line]!, lines.end[line]!, hasGlob);
    }
  }
}

function readEntry(reader: BlockReader, text: string, start: number, end: number, hasGlob: boolean): void {
  const { label, target, targetSpan } = splitExplicitTitle(text, start, end);
  reader.note.addLink({
    kind: 'toctree',
    span: { start, end },
    target: URL.test(target)
      ? { type: 'url', url: target }
      : target === SELF
        ? { type: 'opaque', text: target }
        : hasGlob && /[*?[]/.test(target)
          ? { type: 'path', path: target, to: 'note', glob: true }
          : noteTarget(target),
    targetSpan,
    ...(label === undefined ? {} : { label }),
  });
}
