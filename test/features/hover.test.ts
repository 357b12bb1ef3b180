import assert from 'node:assert/strict';
import { excerpt } from '../../server/src/features/excerpt.ts';
import { type HoverPart, hover } from '../../server/src/features/hover.ts';
import { atCursor } from '../support/cursor.ts';
import { root } from '../support/workspace.ts';

function shown(fixture: string, states: Readonly<Record<string, string>> = {}): string[] | undefined {
  const { snapshot, path, offset, text } = atCursor(fixture);
  const lineOf = (part: HoverPart): string => {
    switch (part.type) {
      case 'place':
        return `${part.title} | ${part.shown}`;
      case 'excerpt':
        return `“${excerpt(text(part.path), snapshot.notes.get(part.path)!.note, part.place).join('|')}”`;
      case 'image':
        return `image ${part.path.slice(root.length)}`;
      case 'url':
        return `${part.url} ${part.state ?? '?'}`;
      case 'sentence':
        return part.text;
    }
  };
  return hover(snapshot, path, offset, (url) => states[url])?.parts.map(lineOf);
}

describe('hover', () => {
  for (const [name, fixture, expected] of [
    [
      'a note shows its title and first lines',
      ':doc:`b$0`\n//- /b.rst\nTitle\n=====\n\nOne.\nTwo.\n\nThree.\n\nNext\n----\n\nFour.\n',
      ['Title | b.rst', '“One.|Two.||Three.”'],
    ],
    ['a note without titles shows its lines', ':doc:`b$0`\n//- /b.rst\nOne.\n', ['b.rst | b.rst', '“One.”']],
    [
      'a label shows its section',
      ':ref:`l$0`\n//- /c/b.rst\nTitle\n=====\n\n.. _l:\n\nHere\n----\n\n.. _x: http://a.org\n\nText.\n',
      ['Here | c/b.rst:6', '“Text.”'],
    ],
    [
      'a term shows its explanation',
      ':term:`w$0ord`\n//- /b.rst\nWords\n=====\n\n.. glossary::\n\n   word\n      What is said.\n\n   other\n      More.\n',
      ['Words | b.rst:6', '“word|What is said.”'],
    ],
    [
      'a label before a text shows that',
      'l$0_\n\n.. _l:\n\nA text\nin two lines.\n\nB.\n',
      ['note.rst | note.rst:3', '“A text|in two lines.”'],
    ],
    ['a footnote shows its text', '[1]$0_\n\n.. [1] One\n   two.\n.. [2] Other.\n', ['“One|two.”']],
    ['a citation shows its text', '[C1]$0_\n//- /b.rst\n.. [C1] A book.\n', ['“A book.”']],
    ['a substitution shows what it stands for', '|x$0|\n\n.. |x| replace:: the text\n', ['“replace:: the text”']],
    ['an image is shown', '.. image:: p/a$0.png\n//- /p/a.png\n', ['a.png | p/a.png', 'image /p/a.png']],
    ['another file is named', ':download:`a$0.csv`\n//- /a.csv\n', ['a.csv | a.csv']],
    ['a name is followed to its address', 'x$0_\n\n.. _x: y_\n.. _y: http://a.org\n', ['http://a.org ?']],
    ['names that lead to each other end somewhere', 'x$0_\n\n.. _x: y_\n.. _y: x_\n', ['note.rst | note.rst:3', '“”']],
    [
      'a title says how often it is used',
      'T$0\n=\n\nT_ :ref:`l`\n//- /b.rst\n:doc:`note`\n',
      ['Linked from 2 places in 2 notes.'],
    ],
    ['a target says so', 'x_\n\n.. _x$0: http://a.org\n', ['Linked from one place.']],
    ['a title nobody links to says nothing', 'T$0\n=\n', undefined],
    ['a wiki link shows the note', '//- /note.md\n[[b$0]]\n//- /b.md\n# Title\n\nOne.\n', ['Title | b.md', '“One.”']],
    [
      'a footnote of Markdown shows its text',
      '//- /note.md\nx[^1$0]\n\n[^1]: One\n    two.\n\nMore.\n',
      ['“One|two.”'],
    ],
    ['a missing note says nothing', ':doc:`b$0`\n', undefined],
    ['prose says nothing', 'a$0b\n', undefined],
  ] as const) {
    it(`over ${name}`, () => assert.deepEqual(shown(fixture), expected));
  }

  it('over an address says what is known of it', () => {
    const states = { 'http://a.org': 'Worked 3 days ago.' };
    assert.deepEqual(shown('http://a.o$0rg', states), ['http://a.org Worked 3 days ago.']);
    assert.deepEqual(shown('.. _x: http://a.o$0rg', states), ['http://a.org Worked 3 days ago.']);
  });

  it('cuts long lines, and many', () => {
    const [, text] = shown(`:doc:\`b$0\`\n//- /b.rst\nT\n=\n\n${'x'.repeat(500)}\n${'y\n'.repeat(20)}`)!;
    assert.equal(text, `“${'x'.repeat(200)}…|y|y|y|y|y”`);
  });
});
