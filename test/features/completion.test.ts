import assert from 'node:assert/strict';
import { completion } from '../../server/src/features/completion/completion.ts';
import { atCursor } from '../support/cursor.ts';

/** What the note reads after each proposal was taken, from the line of the cursor; `undefined` where nothing is offered. */
function offered(fixture: string): string[] | undefined {
  const { snapshot, path, offset, text } = atCursor(fixture);
  const found = completion(snapshot, snapshot.notes.get(path)!, text(path), offset);
  return found?.proposals.map(({ label, text: written = label, isOpen }) => {
    const whole = text(path);
    const start = whole.lastIndexOf('\n', offset - 1) + 1;
    return (
      whole.slice(start, found.span.start) + written + (isOpen ? '' : found.close) + whole.slice(offset).split('\n')[0]
    );
  });
}

const files = `
//- /b.rst
.. _lab:

Title B
=======
//- /c/d e.rst
D
=
//- /c/pic.png
//- /c/x.csv
//- /p q/C#.png
//- /p q/C#.md
//- /m.md
# Em One

## Two words
`;

interface Case {
  readonly name: string;
  readonly fixture: string;
  readonly expected: readonly string[] | undefined;
}

const rst: readonly Case[] = [
  { name: 'documents', fixture: 'A :doc:`$0', expected: ['A :doc:`b`', 'A :doc:`c/', 'A :doc:`p q/', 'A :doc:`m`'] },
  {
    name: 'documents behind a title',
    fixture: 'A :doc:`t <b$0',
    expected: ['A :doc:`t <b>`', 'A :doc:`t <c/', 'A :doc:`t <p q/', 'A :doc:`t <m>`'],
  },
  { name: 'what is in a folder', fixture: ':doc:`c/$0`', expected: [':doc:`c/d e`'] },
  { name: 'from the source root', fixture: ':doc:`/c/$0`', expected: [':doc:`/c/d e`'] },
  {
    name: 'files',
    fixture: ':download:`c/x$0`',
    expected: [':download:`c/d e.rst`', ':download:`c/pic.png`', ':download:`c/x.csv`'],
  },
  { name: 'pictures', fixture: '.. image:: c/$0', expected: ['.. image:: c/pic.png'] },
  {
    name: 'pictures whose names would end an address',
    fixture: '.. image:: p%20q/$0',
    expected: ['.. image:: p%20q/C%23.png'],
  },
  { name: 'files in links', fixture: '`a <p%20q/C$0>`_', expected: ['`a <p%20q/C%23.png>`_', '`a <p%20q/C%23.md>`_'] },
  {
    name: 'files to include',
    fixture: '.. include:: p q/$0',
    expected: ['.. include:: p q/C#.png', '.. include:: p q/C#.md'],
  },
  { name: 'entries of a toctree', fixture: '.. toctree::\n   :maxdepth: 1\n\n   c/$0', expected: ['   c/d e'] },
  {
    name: 'notes elsewhere',
    fixture: '.. toctree::\n\n   d$0',
    expected: ['   b', '   c/', '   p q/', '   m', '   c/d e', '   p q/C#'],
  },
  { name: 'labels', fixture: ':ref:`$0', expected: [':ref:`lab`'] },
  { name: 'labels, no terms', fixture: ':ref:`$0\n\n.. glossary::\n\n   la\n     x\n', expected: [':ref:`lab`'] },
  { name: 'labels behind a title', fixture: ':ref:`x y <l$0', expected: [':ref:`x y <lab>`'] },
  {
    name: 'names',
    fixture: 'A `$0\n\n.. _The Web: http://a.org\n\nHere\n====\n',
    expected: ['A `The Web`_', 'A `Here`_'],
  },
  { name: 'names where the end is there', fixture: 'A `w$0`_\n\n.. _Web: http://a.org\n', expected: ['A `Web`_'] },
  { name: 'footnotes and citations', fixture: 'A [$0\n\n.. [1] One.\n.. [C2] Two.\n', expected: ['A [1]_', 'A [C2]_'] },
  { name: 'substitutions', fixture: 'A |$0\n\n.. |x y| replace:: z\n', expected: ['A |x y|'] },
  {
    name: 'speakers',
    fixture: '//- /talks/n.rst\nA\n=\n\nB\n-\n\n@ada, @bo\n\nSays @$0\n',
    expected: ['Says @ada', 'Says @bo'],
  },
  { name: 'tags', fixture: '- [ ] a #one\n- [ ] b #$0\n', expected: ['- [ ] b #one'] },
];

const markdown: readonly Case[] = [
  { name: 'paths', fixture: '[a]($0', expected: ['[a](b.rst)', '[a](c/', '[a](p%20q/', '[a](m.md)'] },
  { name: 'paths, encoded', fixture: '[a](c/d$0)', expected: ['[a](c/d%20e.rst)', '[a](c/pic.png)', '[a](c/x.csv)'] },
  {
    name: 'paths that are encoded already',
    fixture: '[a](p%20q/$0)',
    expected: ['[a](p%20q/C%23.png)', '[a](p%20q/C%23.md)'],
  },
  { name: 'pictures', fixture: '![a](c/$0', expected: ['![a](c/pic.png)'] },
  { name: 'places in a note', fixture: '[a](m.md#$0', expected: ['[a](m.md#em-one)', '[a](m.md#two-words)'] },
  { name: 'definitions', fixture: 'A [x][$0\n\n[The Web]: http://a.org\n', expected: ['A [x][The Web]'] },
  { name: 'definitions on their own', fixture: 'A [$0\n\n[Web]: http://a.org\n', expected: ['A [Web]'] },
  {
    name: 'values of definitions',
    fixture: '[x]: c/$0',
    expected: ['[x]: c/d%20e.rst', '[x]: c/pic.png', '[x]: c/x.csv'],
  },
  { name: 'footnotes', fixture: 'A [^$0\n\n[^one]: Text.\n', expected: ['A [^one]'] },
  { name: 'notes by name', fixture: 'A [[d e$0', expected: ['A [[d e]]'] },
  { name: 'notes by title', fixture: 'A [[title b$0', expected: ['A [[b]]'] },
  { name: 'titles in a note', fixture: 'A [[m#$0]]', expected: ['A [[m#Em One]]', 'A [[m#Two words]]'] },
  { name: 'speakers', fixture: '# A\n\n## B\n\n@ada\n\nSays @a$0', expected: ['Says @ada'] },
  { name: 'tags', fixture: '- [ ] a #one\n- [ ] b #$0\n', expected: ['- [ ] b #one'] },
];

const quietRst: readonly (readonly [string, string])[] = [
  ['prose', 'Some wo$0'],
  ['an empty line', '$0'],
  ['a time', 'at 10:$0'],
  ['a closed role', ':doc:`b` an$0'],
  ['a role that takes no place', ':kbd:`C$0'],
  ['an inline literal', 'A ``x$0'],
  ['a literal block', '::\n\n  :doc:`$0\n'],
  ['code with an at sign', '::\n\n  @prop$0\n'],
  ['a comment', '.. a comment with :ref:`$0\n'],
  ['a mail address', 'me@a$0'],
  ['a box', '- [$0'],
  ['a table', '=== ===\na   b\n=== ===\n1   |$0\n=== ===\n\n|'],
  ['a line block', '| a line $0'],
  ['an address', '.. _x: http://a$0'],
  ['a hash at the start', '#$0'],
];

const quietMarkdown: readonly (readonly [string, string])[] = [
  ['prose', 'Some wo$0'],
  ['a title', '# $0'],
  ['a fence', '```sh\nif [[ -f $0\n```\n'],
  ['code', 'A `x[$0` b'],
  ['a box', '- [$0'],
  ['an address', '[a](http://$0'],
  ['a comment', '<!-- [[$0 -->'],
];

describe('completion in reStructuredText', () => {
  for (const { name, fixture, expected } of rst) {
    it(`offers ${name}`, () =>
      assert.deepEqual(offered(fixture + (fixture.endsWith('\n') ? '' : '\n') + files.trimStart()), expected));
  }

  for (const [name, fixture] of quietRst) {
    it(`is quiet in ${name}`, () =>
      assert.ok(!offered(`${fixture}${files}`)?.length, String(offered(`${fixture}${files}`))));
  }

  it('offers roles, directives and their options', () => {
    assert.ok(offered('A :do$0')!.includes('A :doc:``'));
    assert.ok(offered('.. im$0')!.includes('.. image:: '));
    assert.ok(offered('.. toctree::\n   :ma$0')!.includes('   :maxdepth: '));
    assert.ok(offered('.. image:: a.png\n   :alt: x\n   :w$0')!.includes('   :width: '));
    assert.deepEqual(offered('.. note::\n\n   Text\n   :w$0'), []);
  });
});

describe('completion in Markdown', () => {
  for (const { name, fixture, expected } of markdown) {
    it(`offers ${name}`, () => assert.deepEqual(offered(`//- /note.md\n${fixture}\n${files.trimStart()}`), expected));
  }

  for (const [name, fixture] of quietMarkdown) {
    const whole = `//- /note.md\n${fixture}${files}`;
    it(`is quiet in ${name}`, () => assert.ok(!offered(whole)?.length, String(offered(whole))));
  }
});
