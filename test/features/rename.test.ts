import assert from 'node:assert/strict';
import { notesToPrepare, notesToRename, prepareRename, rename } from '../../server/src/features/rename/rename.ts';
import { RenameMemory } from '../../server/src/features/rename/renameMemory.ts';
import { parseFixture } from '../support/fixture.ts';
import { changedFiles, type Files, filesOf, fixtureFiles, shownFiles } from '../support/noteFiles.ts';
import { snapshotOf } from '../support/workspace.ts';

interface Row {
  readonly name: string;
  /** With `$0` at the cursor. */
  readonly before: string;
  readonly to: string;
  /** The files that changed. */
  readonly after: string;
}

function textsOf(files: Files, paths: readonly string[]): Files {
  return new Map(paths.map((path) => [path, files.get(path)!]));
}

/** The files that changed once the name at `$0` is `to`, or why that is refused. */
function renamed(fixture: string, to: string): string {
  const { cursor } = parseFixture(fixture);
  const files = filesOf(fixture);
  const snapshot = snapshotOf(fixtureFiles(files));
  const { path, offset } = cursor!;
  const texts = textsOf(files, notesToRename(snapshot, path, offset, to));
  const changes = rename(snapshot, texts, path, offset, to);
  return 'refused' in changes ? changes.refused : shownFiles(changedFiles(files, changes), files);
}

/** The text that is offered for change and the name shown, or why nothing is. */
function prepared(fixture: string): string {
  const { cursor } = parseFixture(fixture);
  const files = filesOf(fixture);
  const snapshot = snapshotOf(fixtureFiles(files));
  const { path, offset } = cursor!;
  const prompt = prepareRename(snapshot, textsOf(files, notesToPrepare(snapshot, path, offset)), path, offset);
  return 'refused' in prompt
    ? prompt.refused
    : `«${files.get(path)!.slice(prompt.span.start, prompt.span.end)}» ${prompt.placeholder}`;
}

function check({ name, before, to, after }: Row): void {
  it(name, () => assert.equal(renamed(before, to), after));
}

const headings: readonly Row[] = [
  {
    name: 'a title, its underline and what refers to it',
    before: 'Ne$0xt\n====\n\nSee `Next`_, next_ and `again <Next_>`_.\n',
    to: 'Next steps',
    after: '//- /note.rst\nNext steps\n==========\n\nSee `Next steps`_, `next steps`_ and `again <Next steps_>`_.\n',
  },
  {
    name: 'a title from one of its uses',
    before: 'Next\n====\n\nSee `Ne$0xt`_.\n',
    to: 'A',
    after: '//- /note.rst\nA\n=\n\nSee `A`_.\n',
  },
  {
    name: 'an overline, with the title indented below it',
    before: '======\n Ti$0tle\n======\n\nText.\n',
    to: 'Long title',
    after: '//- /note.rst\n===========\n Long title\n===========\n\nText.\n',
  },
  {
    name: 'wide characters take two columns',
    before: 'Ti$0tle\n=====\n\nText.\n',
    to: '日本語',
    after: '//- /note.rst\n日本語\n======\n\nText.\n',
  },
  {
    name: 'an underline that is longer stays as much longer',
    before: 'Ti$0tle\n=======\n\nText.\n',
    to: 'Ti',
    after: '//- /note.rst\nTi\n====\n\nText.\n',
  },
  {
    name: 'underlines of one length stay so',
    before: 'A$0\n==========\n\nText.\n\nBcd\n==========\n\nEf\n==========\n',
    to: 'Abc',
    after: '//- /note.rst\nAbc\n==========\n\nText.\n\nBcd\n==========\n\nEf\n==========\n',
  },
  {
    name: 'markup in a title is written, its plain text is the name',
    before: 'The l$0ist\n========\n\nSee `the list`_.\n',
    to: 'The ``dict``',
    after: '//- /note.rst\nThe ``dict``\n============\n\nSee `the dict`_.\n',
  },
  {
    name: 'slugs from other notes follow',
    before:
      '//- /a.rst\nNext ste$0ps\n==========\n//- /b.rst\n`x <a.rst#next-steps>`__ `y <a.html#next-steps>`__ `z <a.rst#other>`__\n',
    to: 'Last words',
    after:
      '//- /a.rst\nLast words\n==========\n//- /b.rst\n`x <a.rst#last-words>`__ `y <a.html#last-words>`__ `z <a.rst#other>`__\n',
  },
  {
    name: 'a title from a slug',
    before: '//- /a.rst\nNext steps\n==========\n//- /b.rst\n`x <a.rst#next-st$0eps>`__\n',
    to: 'End',
    after: '//- /a.rst\nEnd\n===\n//- /b.rst\n`x <a.rst#end>`__\n',
  },
  {
    name: 'a reference over two lines keeps its line break',
    before: 'One two th$0ree\n=============\n\nSee `one two\nthree`_.\n',
    to: 'Four five six',
    after: '//- /note.rst\nFour five six\n=============\n\nSee `four five\nsix`_.\n',
  },
  {
    name: 'a label above a title stays',
    before: '.. _place:\n\nTi$0tle\n=====\n\n`Title`_ place_ :ref:`place`\n',
    to: 'Name',
    after: '//- /note.rst\n.. _place:\n\nName\n====\n\n`Name`_ place_ :ref:`place`\n',
  },
  {
    name: 'one of two titles of that name, which nothing can refer to',
    before: 'A\n=\n\nLi$0nks\n-----\n\nB\n=\n\nLinks\n-----\n',
    to: 'More',
    after: '//- /note.rst\nA\n=\n\nMore\n----\n\nB\n=\n\nLinks\n-----\n',
  },
  {
    name: 'between CRLF',
    before: 'Ti$0tle\r\n=====\r\n\r\nTitle_\r\n',
    to: 'A b',
    after: '//- /note.rst\nA b\r\n===\r\n\r\n`A b`_\r\n',
  },
];

const names: readonly Row[] = [
  {
    name: 'a target, quoted where the new name needs it',
    before: 'See slides_ and `Slides`_ and `s <slides_>`_.\n\n.. _sli$0des: http://a.org\n',
    to: 'the slides',
    after:
      '//- /note.rst\nSee `the slides`_ and `the slides`_ and `s <the slides_>`_.\n\n.. _`the slides`: http://a.org\n',
  },
  {
    name: 'a target with a colon in its name',
    before: 'See a_.\n\n.. _$0a: http://a.org\n',
    to: 'HOWTO: b',
    after: '//- /note.rst\nSee `HOWTO: b`_.\n\n.. _`HOWTO: b`: http://a.org\n',
  },
  {
    name: 'a name with literals in it',
    before: 'See `a b`_.\n\n.. _`a b`$0: http://a.org\n',
    to: 'example ``xml`` files',
    after: '//- /note.rst\nSee `example \\`\\`xml\\`\\` files`_.\n\n.. _`example ``xml`` files`: http://a.org\n',
  },
  {
    name: 'a name with a backquote is escaped',
    before: 'See `a b`_.\n\n.. _`a b`$0: http://a.org\n',
    to: 'a` b <c>',
    after: '//- /note.rst\nSee `a\\` b \\<c\\>`_.\n\n.. _`a` b <c>`: http://a.org\n',
  },
  {
    name: 'a label, in all notes and by fragment',
    before:
      '//- /a.rst\n.. _the-pl$0ace:\n\nTitle\n=====\n//- /b.rst\n:ref:`the-place` :ref:`Text <the-place>` :numref:`The-Place` `x <a.rst#the-place>`__\n',
    to: 'spot',
    after:
      '//- /a.rst\n.. _spot:\n\nTitle\n=====\n//- /b.rst\n:ref:`spot` :ref:`Text <spot>` :numref:`spot` `x <a.rst#spot>`__\n',
  },
  {
    name: 'a label from its use',
    before: '//- /a.rst\n.. _place:\n\nTitle\n=====\n//- /b.rst\n:ref:`Text <pla$0ce>`\n',
    to: 'The spot',
    after: '//- /a.rst\n.. _`The spot`:\n\nTitle\n=====\n//- /b.rst\n:ref:`Text <The spot>`\n',
  },
  {
    name: 'an indirect target',
    before: 'a_ b_\n\n.. _a: $0b_\n.. _b: http://b.org\n',
    to: 'c d',
    after: '//- /note.rst\na_ `c d`_\n\n.. _a: `c d`_\n.. _`c d`: http://b.org\n',
  },
  {
    name: 'an embedded target by its text',
    before: '`the $0docs <http://a.org>`_ and `the docs`_\n',
    to: 'the pages',
    after: '//- /note.rst\n`the pages <http://a.org>`_ and `the pages`_\n',
  },
  {
    name: 'an inline target and the name of a directive',
    before: '_`here` is here_\n\n.. image:: http://a.org/i.png\n   :name: pic\n   :target: her$0e_\n',
    to: 'there now',
    after:
      '//- /note.rst\n_`there now` is `there now`_\n\n.. image:: http://a.org/i.png\n   :name: pic\n   :target: `there now`_\n',
  },
  {
    name: 'a named footnote',
    before: 'x [#one]_ y [#one]_ z [1]_\n\n.. [#o$0ne] A\n.. [1] B\n',
    to: 'two',
    after: '//- /note.rst\nx [#two]_ y [#two]_ z [1]_\n\n.. [#two] A\n.. [1] B\n',
  },
  {
    name: 'a named footnote that is referred to as a target',
    before: 'x [#one]_ y one_ `text <one_>`_\n\n.. [#o$0ne] A\n',
    to: 'two',
    after: '//- /note.rst\nx [#two]_ y two_ `text <two_>`_\n\n.. [#two] A\n',
  },
  {
    name: 'a substitution that is referred to in another case',
    before: 'A |na$0me|\n\n.. |NAME| replace:: x\n',
    to: 'other',
    after: '//- /note.rst\nA |other|\n\n.. |other| replace:: x\n',
  },
  {
    name: 'a target whose name goes on over lines',
    before: 'A `long na$0me`_\n\n.. _long\n   name: http://a.org\n',
    to: 'other name',
    after: '//- /note.rst\nA `other name`_\n\n.. _other\n   name: http://a.org\n',
  },
  {
    name: 'a citation in all notes',
    before: '//- /a.rst\n.. [CIT20$0] Text\n//- /b.rst\nSee [CIT20]_.\n',
    to: 'CIT21',
    after: '//- /a.rst\n.. [CIT21] Text\n//- /b.rst\nSee [CIT21]_.\n',
  },
  {
    name: 'a substitution',
    before: 'A |na$0me| b |name|\n\n.. |name| replace:: x\n',
    to: 'other name',
    after: '//- /note.rst\nA |other name| b |other name|\n\n.. |other name| replace:: x\n',
  },
  {
    name: 'a reference in a title, whose underline grows',
    before: 'About `a`_\n==========\n\n.. _a$0: http://a.org\n',
    to: 'something',
    after: '//- /note.rst\nAbout `something`_\n==================\n\n.. _something: http://a.org\n',
  },
  {
    name: 'only the case',
    before: 'a_ A_\n\n.. _$0a: http://a.org\n',
    to: 'A',
    after: '//- /note.rst\nA_ A_\n\n.. _A: http://a.org\n',
  },
];

const notes: readonly Row[] = [
  {
    name: 'a note from a link to it',
    before: ':doc:`sub/$0a` :doc:`A <sub/a>`\n//- /sub/a.rst\n:doc:`../note`\n',
    to: 'b',
    after: '//- /note.rst\n:doc:`sub/b` :doc:`A <sub/b>`\n//- /sub/b.rst\n:doc:`../note`\n',
  },
  {
    name: 'a note into another folder',
    before: '.. toctree::\n\n   a$0\n//- /a.rst\n:doc:`note`\n',
    to: 'old/b',
    after: '//- /note.rst\n.. toctree::\n\n   old/b\n//- /old/b.rst\n:doc:`../note`\n',
  },
  {
    name: 'a picture',
    before: '.. image:: img/a.$0png\n//- /img/a.png\n',
    to: 'b.png',
    after: '//- /img/b.png\n//- /note.rst\n.. image:: img/b.png\n',
  },
  {
    name: 'a note by its whole name, which goes on being one',
    before: '`x <a.$0rst>`__\n//- /a.rst\n',
    to: 'b v1.2',
    after: '//- /b v1.2.rst\n//- /note.rst\n`x <b%20v1.2.rst>`__\n',
  },
];

const markdown: readonly Row[] = [
  {
    name: 'a title, with slugs in all notes and wiki links',
    before:
      '//- /a.md\n# A\n\n## Next st$0eps\n\n[x](#next-steps)\n//- /b.md\n[x](a.md#next-steps "t") <a.md#next-steps> [[a#Next steps]] [[a#next steps|label]]\n\n[d]: a.md#next-steps\n//- /c.rst\n`x <a.md#next-steps>`__\n',
    to: 'Last words',
    after:
      '//- /a.md\n# A\n\n## Last words\n\n[x](#last-words)\n//- /b.md\n[x](a.md#last-words "t") <a.md#next-steps> [[a#Last words]] [[a#Last words|label]]\n\n[d]: a.md#last-words\n//- /c.rst\n`x <a.md#last-words>`__\n',
  },
  {
    name: 'a title from a slug',
    before: '//- /a.md\n# A\n\n## Setup\n\n[x](#set$0up)\n',
    to: 'Set up C#',
    after: '//- /a.md\n# A\n\n## Set up C#\n\n[x](#set-up-c)\n',
  },
  {
    name: 'an underlined title',
    before: '//- /a.md\nTi$0tle\n=====\n\n[x](#title)\n',
    to: 'Longer title',
    after: '//- /a.md\nLonger title\n============\n\n[x](#longer-title)\n',
  },
  {
    name: 'one of two titles of that name: the other one loses its number',
    before: '//- /a.md\n# Li$0nks\n\n# Links\n\n[x](#links) [y](#links-1)\n',
    to: 'More',
    after: '//- /a.md\n# More\n\n# Links\n\n[x](#more) [y](#links)\n',
  },
  {
    name: 'the first title, by which wiki links call the note',
    before: '//- /a.md\n# My p$0lans\n\nText.\n//- /b.md\n[[My plans]] [[my plans|label]] [[a]]\n',
    to: 'Our plans',
    after: '//- /a.md\n# Our plans\n\nText.\n//- /b.md\n[[Our plans]] [[Our plans|label]] [[a]]\n',
  },
  {
    name: 'a definition from a use',
    before: '//- /a.md\n[x][do$0cs] [docs][] [docs] ![i][docs]\n\n[docs]: http://a.org\n',
    to: 'the pages',
    after: '//- /a.md\n[x][the pages] [the pages][] [the pages] ![i][the pages]\n\n[the pages]: http://a.org\n',
  },
  {
    name: 'a footnote',
    before: '//- /a.md\nx[^on$0e] y[^one]\n\n[^one]: A\n',
    to: 'two',
    after: '//- /a.md\nx[^two] y[^two]\n\n[^two]: A\n',
  },
  {
    name: 'a note from a wiki link',
    before: '//- /n.md\n[[pl$0an#Goals|label]] ![[plan]] [x](sub/plan.md)\n//- /sub/plan.md\n# P\n\n## Goals\n',
    to: 'new plan',
    after:
      '//- /n.md\n[[new plan#Goals|label]] ![[new plan]] [x](sub/new%20plan.md)\n//- /sub/new plan.md\n# P\n\n## Goals\n',
  },
  {
    name: 'a picture in all notes',
    before: '//- /n.md\n![x](img/a.$0png) <img src="img/a.png">\n//- /r.rst\n.. image:: img/a.png\n//- /img/a.png\n',
    to: 'b c.png',
    after:
      '//- /img/b c.png\n//- /n.md\n![x](img/b%20c.png) <img src="img/b%20c.png">\n//- /r.rst\n.. image:: img/b%20c.png\n',
  },
];

const numbered: readonly Row[] = [
  {
    name: 'one of several titles of that name, to be one of others',
    before:
      'T\n=\n\nA\n-\n\nB\n-\n\nA$0\n-\n\nB\n-\n//- /n.md\n[1](note.rst#a) [2](note.rst#b) [3](note.rst#a-1) [4](note.rst#b-1)\n',
    to: 'B',
    after:
      '//- /n.md\n[1](note.rst#a) [2](note.rst#b) [3](note.rst#b-1) [4](note.rst#b-2)\n//- /note.rst\nT\n=\n\nA\n-\n\nB\n-\n\nB\n-\n\nB\n-\n',
  },
  {
    name: 'the case of one of several titles',
    before: 'T\n=\n\nA\n-\n\na$0\n-\n//- /n.md\n[1](note.rst#a) [2](note.rst#a-1)\n',
    to: 'A',
    after: '//- /note.rst\nT\n=\n\nA\n-\n\nA\n-\n',
  },
];

const refusals: readonly (readonly [name: string, fixture: string, to: string, why: string])[] = [
  ['prose', 'Some te$0xt.\n', 'x', 'There is no title, target or link here that could be renamed.'],
  [
    'a term',
    ':term:`a$0`\n\n.. glossary::\n\n   a\n     b\n',
    'x',
    'There is no title, target or link here that could be renamed.',
  ],
  ['a web address', 'http://a.$0org\n', 'x', 'A web address cannot be renamed.'],
  ['an anonymous reference', '`a$0`__\n\n__ http://a.org\n', 'x', 'An anonymous target has no name.'],
  ['an undefined name', 'See nam$0e_.\n', 'x', '“name” is not defined anywhere.'],
  ['a footnote that is numbered by itself', 'x [#]_$0\n\n.. [#] A\n', 'x', 'This footnote gets its sign by itself.'],
  ['a name that is empty', 'Ti$0tle\n=====\n', ' ', 'A name cannot be empty.'],
  ['a title that would be no title', 'Ti$0tle\n=====\n', '- x', '“- x” would not be read as a title.'],
  ['a target’s name that is taken', 'a_ b_\n\n.. _a$0: x:a\n.. _b: x:b\n', 'B', '“B” is taken: line 4 has that name.'],
  [
    'a label that another note has',
    '//- /a.rst\n.. _a$0:\n\nA\n=\n//- /b.rst\n.. _b:\n\nB\n=\n',
    'b',
    '“b” is taken: b.rst has that name.',
  ],
  [
    'a title that is taken, and linked to',
    'A$0\n=\n\nB\n=\n\nSee `B`_.\n',
    'B',
    '“B” is taken: line 4 has that name, and links use it.',
  ],
  [
    'a note whose name a wiki link cannot say',
    '//- /n.md\n[[a$0]]\n//- /a.md\n',
    'C#',
    '“C#” cannot be written in line 1 of n.md.',
  ],
  [
    'a label whose name a role cannot say behind a title',
    '.. _a$0:\n\nA\n=\n\n:ref:`Title <a>`\n',
    'b <c>',
    '“b <c>” cannot be written in line 6 of note.rst.',
  ],
  ['a footnote’s name with a space', 'x [#a]_\n\n.. [#a$0] A\n', 'b c', '“b c” cannot be the name of a footnote.'],
  [
    'a name together with a substitution',
    '|a|_\n\n.. |a| replace:: x\n.. _a$0: x:a\n',
    'b',
    '“b” cannot be written in line 1 of note.rst.',
  ],
  ['a file that is there', ':doc:`a$0`\n//- /a.rst\n//- /b.rst\n', 'b', 'b.rst is there already.'],
  ['a file that is missing', ':doc:`a$0`\n', 'b', '“a” leads to no file that is there.'],
  ['a file outside', ':doc:`a$0`\n//- /a.rst\n', '../../b', '/b.rst is outside of the workspace.'],
  [
    'a definition that is there',
    '//- /a.md\n[a] [b]\n\n[a]$0: x:a\n[b]: x:b\n',
    'B',
    '“B” is taken: line 4 has that name.',
  ],
  ['a footnote with a space', '//- /a.md\nx[^a]$0\n\n[^a]: A\n', 'b c', '“b c” cannot be the name of a footnote.'],
  ['a title that would be none', '//- /a.md\n# A$0\n', '#', '“#” would not be read as a title.'],
  ['a pattern', '.. toctree::\n   :glob:\n\n   *$0\n', 'b', 'A pattern stands for any number of files.'],
];

const grid = '+--------+---+\n| a_ x   | b |\n+--------+---+\n| 日 a_  | c |\n+--------+---+\n\n.. _a$0: x:a\n';
const simple = 'Text.\n\n  ====  ====\n  a_    b_\n  c     a_ a_\n  ====  ====\n\n.. _b: x:b\n.. _a$0: x:a\n';

const tables: readonly Row[] = [
  {
    name: 'in a grid, where there is room',
    before: grid,
    to: 'abc',
    after: `//- /note.rst\n${grid.replace('a_ x   |', 'abc_ x |').replace('a_  |', 'abc_|').replace('a$0', 'abc')}`,
  },
  {
    name: 'in a simple table',
    before: simple,
    to: 'abc',
    after: `//- /note.rst\n${simple.replace('a_    b', 'abc_  b').replace('a_ a_', 'abc_ abc_').replace('a$0', 'abc')}`,
  },
  {
    name: 'in a column that grows with it, under a cell that spans it',
    before:
      '+----+----+---+\n| a_ | 日 | b |\n+====+====+===+\n| over b_ | a_|\n+----+----+---+\n\n.. _b: x:b\n.. _a$0: x:a\n',
    to: 'abcde',
    after:
      '//- /note.rst\n+-------+----+-------+\n| abcde_| 日 | b     |\n+=======+====+=======+\n| over b_    | abcde_|\n+-------+----+-------+\n\n.. _b: x:b\n.. _abcde: x:a\n',
  },
  {
    name: 'in a simple table that grows',
    before:
      '===  ===  =\na_   b_   c\n===  ===  =\nover all  d\n--------  -\na_   a_   d\n     b_   e\n===  ===  =\n\n.. _b: x:b\n.. _a$0: x:a\n',
    to: 'abcd',
    after:
      '//- /note.rst\n=====  =====  =\nabcd_  b_     c\n=====  =====  =\nover all      d\n------------  -\nabcd_  abcd_  d\n       b_     e\n=====  =====  =\n\n.. _b: x:b\n.. _abcd: x:a\n',
  },
  {
    name: 'for something shorter',
    before: simple.replace('a_    b', 'abc_  b').replace('a_ a_', 'abc_ abc_').replace('a$0', 'abc$0'),
    to: 'a',
    after: `//- /note.rst\n${simple.replace('$0', '')}`,
  },
];

/** What the note reads once its first name is `to`, has been changed by `change`, and has its old name back. */
function backAgain(fixture: string, to: string, change: (text: string) => string): string {
  const { cursor } = parseFixture(fixture);
  const { path, offset } = cursor!;
  const memory = new RenameMemory();
  const step = (files: Files, at: number, name: string): Files => {
    const changes = rename(snapshotOf(fixtureFiles(files)), files, path, at, name, memory);
    return 'refused' in changes ? assert.fail(changes.refused) : changedFiles(files, changes);
  };
  const before = filesOf(fixture);
  const between = new Map(before).set(path, change(step(before, offset, to).get(path)!));
  return step(between, between.get(path)!.indexOf(to), prepared(fixture).split(' ').at(-1)!).get(path)!;
}

describe('rename', () => {
  describe('in tables keeps the columns', () => tables.forEach(check));

  describe('back', () => {
    const mixed = '$0a_ `a`_ `b`_\n\n.. _`a`: x:a\n.. _b: x:b\n';

    it('restores every byte, whatever quotes the note had', () => {
      assert.equal(
        backAgain(mixed, 'two words', (text) => text),
        mixed.replace('$0', ''),
      );
    });

    it('keeps what has been written since', () => {
      const text = backAgain(mixed, 'two words', (each) => `${each}\nMore.\n`);
      assert.ok(text.endsWith('\nMore.\n') && !text.includes('two words'), text);
    });

    it('does not take one title for another of the same name', () => {
      const text = '$0Aa\n==\n\nBb\n==\n';
      const { files, memory } = { files: filesOf(text), memory: new RenameMemory() };
      const [[path]] = files as unknown as [[string, string]];
      const first = rename(snapshotOf(fixtureFiles(files)), files, path, 0, 'Bb', memory);
      assert.ok(!('refused' in first));
      const between = changedFiles(files, first);
      const second = rename(snapshotOf(fixtureFiles(between)), between, path, 7, 'Aa', memory);
      assert.ok(!('refused' in second));
      assert.equal(changedFiles(between, second).get(path), 'Bb\n==\n\nAa\n==\n');
    });
  });

  describe('of titles', () => headings.forEach(check));
  describe('of names', () => names.forEach(check));
  describe('of notes and files', () => notes.forEach(check));
  describe('in Markdown', () => markdown.forEach(check));
  describe('of numbered titles', () => numbered.forEach(check));

  describe('is refused with a reason', () => {
    for (const [name, fixture, to, why] of refusals) {
      it(name, () => assert.equal(renamed(fixture, to), why));
    }
  });

  describe('shows what is renamed', () => {
    const rows: readonly (readonly [fixture: string, shown: string])[] = [
      ['Ti$0tle\n=====\n', '«Title» Title'],
      ['The ``li$0st``\n============\n\n`The list`_\n', '«The ``list``» The ``list``'],
      ['`The l$0ist`_\n\nThe ``list``\n============\n', '«The list» The ``list``'],
      ['.. _`a: \\`b$0`: x:a\n', '«a: \\`b» a: `b'],
      [':doc:`Text <su$0b/a>`\n//- /sub/a.rst\n', '«sub/a» a'],
      ['.. image:: a.$0png\n//- /a.png\n', '«a.png» a.png'],
      ['[#not$0e]_\n\n.. [#note] x\n', '«#note» note'],
      ['Some te$0xt.\n', 'There is no title, target or link here that could be renamed.'],
    ];
    for (const [fixture, shown] of rows) {
      it(JSON.stringify(fixture), () => assert.equal(prepared(fixture), shown));
    }
  });
});
