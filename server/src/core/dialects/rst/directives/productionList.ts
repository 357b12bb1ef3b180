/** `.. productionlist::`: the tokens of a grammar. Source: Sphinx documentation, "Grammar production displays". */
import type { BlockReader } from '../block.ts';
import type { Directive } from './directiveParts.ts';

/**
 * What a token is called among terms: in backquotes, as productions write it, which keeps it apart from the words of a
 * glossary. Case counts. With the group of its list before a colon, where that has one.
 */
export function tokenName(name: string): string {
  return `\`${name}\``;
}

/** Takes note of the token that each line defines; a line that starts with the colon goes on with the one above. */
export function readProductions(reader: BlockReader, { block, argumentTo }: Directive): void {
  const { lines, from } = block;
  let group = '';
  for (let line = from; line < argumentTo; line++) {
    const start = lines.first[line]!;
    const written = lines.text.slice(start, lines.end[line]!);
    const colon = written.indexOf(':');
    if (colon < 0) {
      if (line > from) {
        return;
      }
      group = `${written}:`;
      continue;
    }
    const name = written.slice(0, colon).trimEnd();
    if (name !== '') {
      const span = { start, end: start + name.length };
      reader.note.addTerm({ kind: 'term', name: tokenName(group + name), span, nameSpan: span });
    }
  }
}
