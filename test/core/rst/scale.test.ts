/**
 * Megabytes that nobody writes, each of which would take minutes were a construct read in more than linear time: mocha's
 * own time limit is the check. How fast they are is for the benchmark to say.
 */
import assert from 'node:assert/strict';
import { deep, repeated } from '../../support/megabytes.ts';
import { readNote } from '../../support/toggled.ts';

const patterns: Readonly<Record<string, string>> = {
  'one long line': repeated('word '),
  'one long word': repeated('a'),
  'blank lines': repeated('\n'),
  CR: repeated('a\r'),
  tabs: repeated('\t'),
  backquotes: repeated('`a '),
  'literals that stay open': repeated('``a\n\n'),
  stars: repeated('*a **'),
  bars: repeated('|a '),
  brackets: repeated('[1]_ [a'),
  underscores: repeated('a_b_ '),
  'references on indented lines': `x\n${repeated('   a_\n')}`,
  'open embedded URIs': repeated('`a <b'),
  colons: repeated('a:a:'),
  addresses: repeated('a@b.c,\n'),
  'an address that a target has': `.. _a: ${repeated('a.')}@b`,
  'an address with a long host': `.. _a: a@${repeated('b.')}`,
  'a name over many lines': `.. _a\n${repeated('   b\n')}`,
  backslashes: `http:${repeated('\\')}`,
  'markers in one paragraph': `- x\n- y${repeated('\n  TODO: a')}`,
  'markers in markup on one line': repeated('*TODO: a '),
  'words like markers': repeated('x-TODO\n\n'),
  comments: repeated('..\n'),
  'targets without colon': repeated('.. _a\n'),
  contents: Array.from({ length: 30_000 }, (_, index) => `.. contents:: T${index}\n\n`).join(''),
  footnotes: repeated('.. [#] a [#]_\n'),
  directives: repeated('.. note::\n   a\n\n'),
  options: `.. image:: a\n${repeated('   :a: b\n')}`,
  titles: repeated('Title\n=====\n\n'),
  'a long title': `${repeated('*a* ')}\n${repeated('=')}`,
  'bullets on one line': repeated('- '),
  'enumerators on one line': repeated('1. '),
  'tags of the note': `T\n=\n\n${repeated(':tags: a, b\n')}`,
  'fields on one line': repeated(':a: '),
  'bullets with tabs on one line': repeated('-\t'),
  'tabs before a colon': `.. _a${repeated('\t')}:`,
  'directives with tabs': repeated('.. note\t:: a\n\n'),
  'odd white space in an indent': ` ${repeated('\u3000')}a`,
  'lines with odd white space before them': repeated(' \u3000a\n'),
  'deep quotes with odd white space': deep(' \u3000a\n', 1),
  substitutions: repeated('.. |a| replace:: a\n'),
  terms: `.. glossary::\n\n${repeated('   a\n     b\n')}`,
  'deep lists': deep('- a', 2),
  'deep quotes': deep('a\n', 1),
  'to-dos': `To Do\n=====\n\n${repeated('- [ ] a\n')}`,
  'a grid of many rows': `+--+\n${repeated('|a |\n')}+--+\n`,
  'a grid of nothing but corners': `+-${'+'.repeat(1000)}-+\n${repeated(`+${'+'.repeat(1002)}+\n`)}`,
  'grids that never end': repeated('+--+\n|a |\n\n'),
  'a simple table of many rows': `== ==\n${repeated('a  b\n')}== ==\n`,
  'comma-separated values': `.. csv-table::\n\n${repeated('   a_,"b_" c\n')}`,
  'comma-separated values on one line': `.. csv-table::\n\n   ${repeated('a_,"b"",')}`,
  'quotes that stay open': `.. csv-table::\n   :delim: ;\n\n   ${repeated('"')}`,
  'columns on a line of ten megabytes': repeated('= ').repeat(10),
  'simple tables that never end': repeated('== ==\na\n\n'),
};

describe('a megabyte of', () => {
  for (const [name, text] of Object.entries(patterns)) {
    it(name, () => {
      assert.equal(readNote(text).lines.length, text.length);
    });
  }
});
