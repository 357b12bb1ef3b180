import assert from 'node:assert/strict';
import { findings } from '../../server/src/features/findings.ts';
import { lengthenUnderlines } from '../../server/src/features/fixes/fixAll.ts';
import { editSection, type SectionEdit } from '../../server/src/features/refactorings/editSection.ts';
import type { Refactoring } from '../../server/src/features/refactorings/refactoring.ts';
import { noteRefactorings, refactorings } from '../../server/src/features/refactorings/refactorings.ts';
import { parseFixture } from '../support/fixture.ts';
import { changedFiles, type Files, filesOf, fixtureFiles, shownFiles } from '../support/noteFiles.ts';
import { entryOf, snapshotOf } from '../support/workspace.ts';

interface Row {
  readonly name: string;
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

function offered(fixture: string): readonly Refactoring[] {
  const { cursor } = parseFixture(fixture);
  const files = filesOf(fixture);
  const snapshot = snapshotOf(fixtureFiles(files));
  const { path, offset } = cursor!;
  const selection = { start: offset, end: offset };
  const request = { snapshot, entry: snapshot.notes.get(path)!, text: files.get(path)!, selection };
  return [...refactorings(request), ...noteRefactorings(request)];
}

function codes(files: Files): string[] {
  const snapshot = snapshotOf(fixtureFiles(files));
  return [...files.keys()].flatMap((path) => findings(snapshot, path).map(({ code }) => code)).toSorted();
}

function check({ name, before, title, after }: Row): void {
  it(name, () => {
    const all = offered(before);
    const one = all.find((each) => each.title === title);
    assert.ok(one, `no “${title}” among ${all.map((each) => each.title).join(', ')}`);
    const files = filesOf(before);
    const changed = changedFiles(files, one.changes);
    assert.equal(shownFiles(changed, files), after);
    assert.deepEqual(codes(changed), codes(files));
  });
}

const links: readonly Row[] = [
  {
    name: 'a bare address',
    before: 'See http://a.org/$0the-docs.html.\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nSee `the docs`_.\n\n.. _`the docs`: http://a.org/the-docs.html\n',
  },
  {
    name: 'a bare address that has a name already',
    before: 'See http://a.org/$0x and a_.\n\n.. _a: http://a.org/x\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nSee a_ and a_.\n\n.. _a: http://a.org/x\n',
  },
  {
    name: 'a bare address whose name stands for two',
    before: 'See http://a.org/$0x.\n\n.. _a: http://a.org/x\n.. _a: http://b.org\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nSee a.org_.\n\n.. _a: http://a.org/x\n.. _a: http://b.org\n.. _a.org: http://a.org/x\n',
  },
  {
    name: 'an embedded address',
    before: 'See `the $0docs <http://a.org>`__.\n\n.. _b: http://b.org\n\nb_\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nSee `the docs`_.\n\n.. _b: http://b.org\n.. _`the docs`: http://a.org\n\nb_\n',
  },
  {
    name: 'an embedded address whose text is the name of something else',
    before: 'Here\n====\n\nSee `he$0re <http://a.org>`__.\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nHere\n====\n\nSee `here <here 2_>`__.\n\n.. _`here 2`: http://a.org\n',
  },
  {
    name: 'an embedded address whose text goes on being a name',
    before: 'See `he$0re <http://a.org>`_, again here_ and a_.\n\n.. _a: http://a.org\n',
    title: 'Make it a reference',
    after: '//- /note.rst\nSee `here <a_>`_, again here_ and a_.\n\n.. _a: http://a.org\n',
  },
  {
    name: 'a reference, back',
    before: 'See `the $0docs`_.\n\n.. _`the docs`: http://a.org\n',
    title: 'Put the address into the link',
    after: '//- /note.rst\nSee `the docs <http://a.org>`_.\n',
  },
  {
    name: 'one of two references, back',
    before: 'See `the $0docs`_ and `the docs`_.\n\n.. _`the docs`: http://a.org\n',
    title: 'Put the address into the link',
    after: '//- /note.rst\nSee `the docs <http://a.org>`__ and `the docs`_.\n\n.. _`the docs`: http://a.org\n',
  },
  {
    name: 'definitions, sorted at the end',
    before: '.. _b: http://b.org\n\n$0A_ b_ c_\n\n.. _c: http://c.org\n.. _A: http://a.org\n\nText.\n',
    title: 'Organize link definitions',
    after: '//- /note.rst\nA_ b_ c_\n\nText.\n\n.. _A: http://a.org\n.. _b: http://b.org\n.. _c: http://c.org\n',
  },
];

const markdown: readonly Row[] = [
  {
    name: 'an inline link',
    before: '//- /n.md\nSee [the *docs*](http://a.org$0 "T").\n',
    title: 'Make it a reference',
    after: '//- /n.md\nSee [the *docs*][the docs].\n\n[the docs]: http://a.org "T"\n',
  },
  {
    name: 'a bare address',
    before: '//- /n.md\nSee <http://a.org/$0the-docs>.\n',
    title: 'Make it a reference',
    after: '//- /n.md\nSee [the docs].\n\n[the docs]: http://a.org/the-docs\n',
  },
  {
    name: 'a reference, back',
    before: '//- /n.md\nSee [the docs][d$0].\n\n[d]: http://a.org "T"\n',
    title: 'Put the address into the link',
    after: '//- /n.md\nSee [the docs](http://a.org "T").\n',
  },
  {
    name: 'definitions, sorted at the end',
    before: '//- /n.md\n[b]: http://b.org\n\n$0[a] [b]\n\n[a]: http://a.org\n\nText.\n',
    title: 'Organize link definitions',
    after: '//- /n.md\n[a] [b]\n\nText.\n\n[a]: http://a.org\n[b]: http://b.org\n',
  },
  {
    name: 'a section with those inside of it, further in',
    before: '//- /n.md\n# A\n\n## B\n\n## C$0\n\n### D\n',
    title: 'Demote the section',
    after: '//- /n.md\n# A\n\n## B\n\n### C\n\n#### D\n',
  },
  {
    name: 'an underlined title, further in',
    before: '//- /n.md\nA\n=\n\nB\n=\n\nC$0\n=\n\nD\n-\n',
    title: 'Demote the section',
    after: '//- /n.md\nA\n=\n\nB\n=\n\nC\n-\n\n### D\n',
  },
  {
    name: 'a section to a note of its own',
    before: '//- /n.md\n# A\n\n## Big $0plans\n\nSee [x].\n\n### Part\n\nText.\n\n## C\n\nText.\n\n[x]: http://a.org\n',
    title: 'Move the section to big-plans.md',
    after:
      '//- /big-plans.md\n# Big plans\n\nSee [x].\n\n## Part\n\nText.\n\n[x]: http://a.org\n//- /n.md\n# A\n\n[Big plans](big-plans.md)\n\n## C\n\nText.\n',
  },
];

const sections: readonly Row[] = [
  {
    name: 'a section with those inside of it, further out',
    before: 'A\n=\n\nB\n-\n\nC$0\n~\n\nText.\n\nD\n~\n',
    title: 'Promote the section',
    after: '//- /note.rst\nA\n=\n\nB\n-\n\nC\n-\n\nText.\n\nD\n~\n',
  },
  {
    name: 'a section with those inside of it, further in, in the styles of the note',
    before: 'A\n*\n\nB\n=\n\nC$0\n=\n\nD\n-\n\nE\n=\n\nF\n-\n\nG\n~\n',
    title: 'Demote the section',
    after: '//- /note.rst\nA\n*\n\nB\n=\n\nC\n-\n\nD\n~\n\nE\n=\n\nF\n-\n\nG\n~\n',
  },
  {
    name: 'a section for which the note has no style yet',
    before: 'A\n*\n\nB\n*\n\nCde$0\n***\n',
    title: 'Demote the section',
    after: '//- /note.rst\nA\n*\n\nB\n*\n\nCde\n===\n',
  },
  {
    name: 'an overlined title',
    before: '===\n A\n===\n\nB\n-\n\nC\n-\n\n===\n D$0\n===\n\nText.\n',
    title: 'Demote the section',
    after: '//- /note.rst\n===\n A\n===\n\nB\n-\n\nC\n-\n\nD\n---\n\nText.\n',
  },
  {
    name: 'a section to a note of its own, with the addresses it needs',
    before:
      'A\n*\n\n.. _plans:\n\nBig pl$0ans\n=========\n\nSee x_ and y_.\n\nPart\n----\n\nText.\n\nC\n=\n\ny_ :ref:`plans`\n\n.. _x: http://x.org\n.. _y: http://y.org\n',
    title: 'Move the section to big-plans.rst',
    after:
      '//- /big-plans.rst\n.. _plans:\n\nBig plans\n=========\n\nSee x_ and y_.\n\nPart\n----\n\nText.\n\n.. _x: http://x.org\n.. _y: http://y.org\n//- /note.rst\nA\n*\n\n:doc:`Big plans <big-plans>`\n\nC\n=\n\ny_ :ref:`plans`\n\n.. _y: http://y.org\n',
  },
];

const rstText =
  'T\n*\n\nA\n=\n\na_\n\n.. _l:\n\nB\n=\n\n`b`__\n\nB1\n--\n\nText.\n\nC\n=\n\n.. _a: http://a.org\n\n__ http://b.org';
const mdText = '# T\n\n## A\n\na\n\n## B\n\n### B1\n\n## C\n\nc\n';

const moves: readonly (readonly [
  name: string,
  path: string,
  text: string,
  at: string,
  how: SectionEdit,
  after: string,
])[] = [
  ['up, with its label', '/ws/n.rst', rstText, 'B1', 'up', 'This is the first section here.'],
  [
    'up',
    '/ws/n.rst',
    rstText,
    'B\n=',
    'up',
    'T\n*\n\n.. _l:\n\nB\n=\n\n`b`__\n\nB1\n--\n\nText.\n\nA\n=\n\na_\n\nC\n=\n\n.. _a: http://a.org\n\n__ http://b.org',
  ],
  [
    'down, to the end of the note',
    '/ws/n.rst',
    rstText,
    '.. _l:',
    'down',
    'T\n*\n\nA\n=\n\na_\n\nC\n=\n\n.. _a: http://a.org\n\n__ http://b.org\n\n.. _l:\n\nB\n=\n\n`b`__\n\nB1\n--\n\nText.',
  ],
  ['down from the last place', '/ws/n.rst', rstText, 'C\n=', 'down', 'This is the last section here.'],
  ['up from the first place', '/ws/n.md', mdText, '## A', 'up', 'This is the first section here.'],
  [
    'down past another definition of the same name, the first of which counts',
    '/ws/n.md',
    '# T\n\n## A\n\n[x]: http://a.org\n\n## B\n\n[x]\n\n[x]: http://b.org\n',
    '## A',
    'down',
    'The note would read differently then.',
  ],
  ['down in Markdown', '/ws/n.md', mdText, 'a\n\n## B', 'down', '# T\n\n## B\n\n### B1\n\n## A\n\na\n\n## C\n\nc\n'],
  [
    'out from the outermost level',
    '/ws/n.md',
    mdText,
    '# T',
    'promote',
    'This section is on the outermost level already.',
  ],
  [
    'in where there is nothing to go into',
    '/ws/n.md',
    mdText,
    '## A',
    'demote',
    'There is no section before that this one could go into.',
  ],
  ['in', '/ws/n.md', mdText, 'c\n', 'demote', '# T\n\n## A\n\na\n\n## B\n\n### B1\n\n### C\n\nc\n'],
];

describe('refactorings', () => {
  describe('of links in reStructuredText', () => links.forEach(check));
  describe('of sections in reStructuredText', () => sections.forEach(check));
  describe('in Markdown', () => markdown.forEach(check));

  it('are not offered where they would break something', () => {
    const titles = (fixture: string) => offered(fixture).map(({ title }) => title);
    assert.deepEqual(titles('A\n=\n\nB$0\n-\n\nText.\n\nC\n-\n\nSee `B`_.\n'), ['Promote the section']);
    assert.deepEqual(titles('A\n=\n\nSee $0text.\n'), []);
    assert.deepEqual(titles('A$0\n=\n\nText.\n'), []);
    // A place in the note that stays behind, and one whose number would change.
    const small = (rest: string): string[] => titles(`//- /n.md\n# A\n\n## B$0\n\n${rest}`);
    assert.deepEqual(small('[a](#a)\n'), ['Promote the section']);
    assert.deepEqual(small('[b](n.md#b)\n'), ['Promote the section']);
    assert.deepEqual(small('Text.\n\n## B\n\n[b](#b-1)\n'), ['Promote the section']);
    // The definition that is meant is another one, or would be left alone.
    assert.deepEqual(titles('//- /n.md\n[x$0][a]\n\n- [a]: http://a.org\n'), []);
    assert.deepEqual(titles('//- /n.md\n[x$0][a]\n\n[a]: http://a.org\n[a]: http://b.org\n'), []);
  });

  describe('of sections by command', () => {
    for (const [name, path, text, at, how, after] of moves) {
      it(name, () => {
        const entry = entryOf(path, text)!;
        const edits = editSection(entry, text, text.indexOf(at), how);
        const changed = 'refused' in edits ? edits.refused : changedFiles(new Map([[path, text]]), { edits: [edits] });
        assert.equal(typeof changed === 'string' ? changed : changed.get(path), after);
      });
    }
  });

  it('lengthen all underlines at once', () => {
    const text = 'Long title\n=====\n\nAnother title\n-----\n\n========\nOverlined title\n========\n';
    const path = '/ws/n.rst';
    const edits = lengthenUnderlines(entryOf(path, text)!, text);
    assert.equal(
      changedFiles(new Map([[path, text]]), { edits: [{ path, edits }] }).get(path),
      'Long title\n==========\n\nAnother title\n-------------\n\n===============\nOverlined title\n===============\n',
    );
  });
});
