/** `.. glossary::`: the terms that it explains. Source: Sphinx documentation, "Glossary". */
import type { BlockReader } from '../block.ts';
import { isBlank } from '../lines.ts';
import { normalizeName } from '../names.ts';
import type { Directive } from './directiveParts.ts';

const CLASSIFIER = ' : ';
const COMMENT = '.. ';

/** Takes note of every line that is not indented: a term, of which several may share an explanation. */
export function readGlossary(reader: BlockReader, { block, contentFrom }: Directive): void {
  const { lines, to, column } = block;
  for (let line = contentFrom; line < to; line++) {
    const start = lines.first[line]!;
    if (isBlank(lines, line) || lines.indent[line] !== column || lines.text.startsWith(COMMENT, start)) {
      continue;
    }
    const written = lines.text.slice(start, lines.end[line]!);
    const classifier = written.indexOf(CLASSIFIER);
    const end = start + (classifier < 0 ? written : written.slice(0, classifier).trimEnd()).length;
    const name = normalizeName(reader.plainText(lines, line, line + 1, end));
    if (name !== '') {
      const span = { start, end };
      reader.note.addTerm({ kind: 'term', name, span, nameSpan: span });
    }
  }
}
