import assert from 'node:assert/strict';
import { findings } from '../../server/src/features/findings.ts';
import type { Fix } from '../../server/src/features/fixes/fix.ts';
import { quickFixes } from '../../server/src/features/fixes/quickFixes.ts';
import { changedFiles, type Files, filesOf, fixtureFiles, shownFiles } from '../support/noteFiles.ts';
import { snapshotOf } from '../support/workspace.ts';

/** Fixes of the first finding in the first file. */
function fixesOf(files: Files): readonly Fix[] {
  const [[path, text] = ['', '']] = files;
  const snapshot = snapshotOf(fixtureFiles(files));
  const [finding] = findings(snapshot, path);
  return quickFixes({ snapshot, entry: snapshot.notes.get(path)!, text, finding: finding! });
}

/** What changes when the fix called `title` is taken. */
function fixed(fixture: string, title: string): string {
  const files = filesOf(fixture);
  const fixes = fixesOf(files);
  const fix = fixes.find((each) => each.title === title);
  assert.ok(fix, `no “${title}” among ${fixes.map((each) => each.title).join(', ')}`);
  return shownFiles(changedFiles(files, fix.changes), files);
}

/** Titles of the fixes, `*` before the preferred one, without those that leave the finding out. */
function titles(fixture: string): string[] {
  return fixesOf(filesOf(fixture))
    .filter(({ title }) => !title.startsWith('Ignore'))
    .map(({ title, preferred }) => `${preferred ? '* ' : ''}${title}`);
}

interface Row {
  readonly name: string;
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

const rst: readonly Row[] = [
  {
    name: 'the note that a broken link must mean',
    before: '//- /x/n.rst\n:doc:`Title <old/a>`\n//- /new/a.rst\n',
    title: 'Link to new/a.rst',
    after: '//- /x/n.rst\n:doc:`Title <../new/a>`\n',
  },
  {
    name: 'what is absolute stays absolute, and a suffix stays',
    before: ':doc:`/old/a.rst`\n//- /new/a.rst\n',
    title: 'Link to new/a.rst',
    after: '//- /note.rst\n:doc:`/new/a.rst`\n',
  },
  {
    name: 'the right case',
    before: '.. image:: A.PNG\n//- /a.png\n',
    title: 'Link to a.png',
    after: '//- /note.rst\n.. image:: a.png\n',
  },
  {
    name: 'the nearest note in the folder',
    before: ':doc:`sub/mavn`\n//- /sub/maven.rst\n//- /sub/other.rst\n',
    title: 'Did you mean sub/maven.rst?',
    after: '//- /note.rst\n:doc:`sub/maven`\n',
  },
  {
    name: 'the nearest picture in the folder',
    before: '.. image:: queu.png\n//- /queue.png\n',
    title: 'Did you mean queue.png?',
    after: '//- /note.rst\n.. image:: queue.png\n',
  },
  {
    name: 'a new note, titled in the style of this one',
    before: 'Note\n****\n\n:doc:`sub/next-steps`\n',
    title: 'Create sub/next-steps.rst',
    after: '//- /sub/next-steps.rst\nNext steps\n**********\n',
  },
  {
    name: 'the nearest place in another note',
    before: '`x <a.rst#nxt-steps>`__\n//- /a.rst\nNext steps\n==========\n',
    title: 'Did you mean #next-steps?',
    after: '//- /note.rst\n`x <a.rst#next-steps>`__\n',
  },
  {
    name: 'the nearest target',
    before: 'See `slids`_.\n\n.. _`Slides`: http://a.org\n',
    title: 'Did you mean Slides?',
    after: '//- /note.rst\nSee `Slides`_.\n\n.. _`Slides`: http://a.org\n',
  },
  {
    name: 'the nearest label of any note',
    before: ':ref:`Text <the-plac>`\n//- /a.rst\n.. _the-place:\n\nA\n=\n',
    title: 'Did you mean the-place?',
    after: '//- /note.rst\n:ref:`Text <the-place>`\n',
  },
  {
    name: 'a target to fill in, below the others',
    before: 'See `the docs`_ and a_.\n\n.. _a: http://a.org\n',
    title: 'Define the docs',
    after: '//- /note.rst\nSee `the docs`_ and a_.\n\n.. _a: http://a.org\n.. _`the docs`: https://\n',
  },
  {
    name: 'a target to fill in, at the end',
    before: 'See docs_.\r\n',
    title: 'Define docs',
    after: '//- /note.rst\nSee docs_.\r\n\r\n.. _docs: https://\r\n',
  },
  {
    name: 'a footnote to fill in',
    before: 'See [#note]_.\n',
    title: 'Define #note',
    after: '//- /note.rst\nSee [#note]_.\n\n.. [#note] …\n',
  },
  {
    name: 'a citation to fill in',
    before: 'See [CIT20]_.\n',
    title: 'Define CIT20',
    after: '//- /note.rst\nSee [CIT20]_.\n\n.. [CIT20] …\n',
  },
  {
    name: 'a substitution to fill in',
    before: 'See |name|.\n',
    title: 'Define name',
    after: '//- /note.rst\nSee |name|.\n\n.. |name| replace:: …\n',
  },
  {
    name: 'a target that an option wants, in quotes or not',
    before: '.. image:: a.png\n   :target: `the docs`_\n//- /a.png\n',
    title: 'Define the docs',
    after: '//- /note.rst\n.. image:: a.png\n   :target: `the docs`_\n\n.. _`the docs`: https://\n',
  },
  {
    name: 'a new note with the place that is meant',
    before: 'See `x <next.rst#who-comes>`__.\n',
    title: 'Create next.rst',
    after: '//- /next.rst\nNext\n====\n\nWho comes\n---------\n',
  },
  {
    name: 'an unused target gone from the end, with the blank line above',
    before: 'Text.\n\n.. _a: http://a.org\n',
    title: 'Remove the target “a”',
    after: '//- /note.rst\nText.\n',
  },
  {
    name: 'an unused target gone, with one of two blank lines',
    before: 'Text.\n\n.. _a: http://a.org\n\nMore.\n',
    title: 'Remove the target “a”',
    after: '//- /note.rst\nText.\n\nMore.\n',
  },
  {
    name: 'an unused target gone from the end',
    before: 'b_\n\n.. _b: http://b.org\n.. _a: http://a.org',
    title: 'Remove the target “a”',
    after: '//- /note.rst\nb_\n\n.. _b: http://b.org\n',
  },
  {
    name: 'a longer underline',
    before: 'Long title\n=====\n\nText.\n',
    title: 'Lengthen the underline',
    after: '//- /note.rst\nLong title\n==========\n\nText.\n',
  },
  {
    name: 'a longer line on both sides of a wide title',
    before: '====\n日本語\n====\n\nText.\n',
    title: 'Lengthen the underline',
    after: '//- /note.rst\n======\n日本語\n======\n\nText.\n',
  },
  {
    name: 'a title that skips a level',
    before: 'A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nEnde\n~~~~\n\nText.\n',
    title: 'Adorn it as the title before',
    after: '//- /note.rst\nA\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nEnde\n====\n\nText.\n',
  },
  {
    name: 'a comment that leaves out one target',
    before: ':doc:`gone`\n',
    title: 'Ignore “gone” in this note',
    after: '//- /note.rst\n:doc:`gone`\n\n.. talk-notes-ignore: link.file-missing gone\n',
  },
  {
    name: 'a comment that leaves out one code, below another such comment',
    before: '.. talk-notes-ignore: web.*\n\n:doc:`gone`\n',
    title: 'Ignore link.file-missing in this note',
    after: '//- /note.rst\n.. talk-notes-ignore: web.*\n.. talk-notes-ignore: link.file-missing\n\n:doc:`gone`\n',
  },
];

const markdown: readonly Row[] = [
  {
    name: 'the note that a broken link must mean',
    before: '//- /x/n.md\n[Title](old/a.md "t")\n//- /new/a.md\n',
    title: 'Link to new/a.md',
    after: '//- /x/n.md\n[Title](../new/a.md "t")\n',
  },
  {
    name: 'the right case',
    before: '//- /n.md\n![x](A.PNG)\n//- /a.png\n',
    title: 'Link to a.png',
    after: '//- /n.md\n![x](a.png)\n',
  },
  {
    name: 'the nearest note for a wiki link',
    before: '//- /n.md\nSee [[mavn|Maven]].\n//- /sub/maven.md\n',
    title: 'Did you mean sub/maven.md?',
    after: '//- /n.md\nSee [[maven|Maven]].\n',
  },
  {
    name: 'a new note for a wiki link',
    before: '//- /n.md\nSee [[next steps]].\n',
    title: 'Create next steps.md',
    after: '//- /next steps.md\n# Next steps\n',
  },
  {
    name: 'a new note with the place that a wiki link means',
    before: '//- /n.md\nSee [[next#Who comes?]].\n',
    title: 'Create next.md',
    after: '//- /next.md\n# Next\n\n## Who comes?\n',
  },
  {
    name: 'the nearest place',
    before: '//- /n.md\n[x](#nxt-steps)\n\n# Next steps\n',
    title: 'Did you mean #next-steps?',
    after: '//- /n.md\n[x](#next-steps)\n\n# Next steps\n',
  },
  {
    name: 'the nearest definition',
    before: '//- /n.md\nSee [slids][].\n\n[slides]: http://a.org\n',
    title: 'Did you mean slides?',
    after: '//- /n.md\nSee [slides][].\n\n[slides]: http://a.org\n',
  },
  {
    name: 'a definition to fill in',
    before: '//- /n.md\nSee [the docs][].\n',
    title: 'Define the docs',
    after: '//- /n.md\nSee [the docs][].\n\n[the docs]: https://\n',
  },
  {
    name: 'a comment that leaves out one target',
    before: '//- /n.md\n[x](gone.md)\n',
    title: 'Ignore “gone.md” in this note',
    after: '//- /n.md\n[x](gone.md)\n\n<!-- talk-notes-ignore: link.file-missing gone.md -->\n',
  },
];

/** Each fix takes its finding away, and brings no other. */
function check({ name, before, title, after }: Row): void {
  it(name, () => {
    assert.equal(fixed(before, title), after);
    const files = filesOf(before);
    const changed = changedFiles(files, fixesOf(files).find((each) => each.title === title)!.changes);
    const [path] = files.keys();
    const now = findings(snapshotOf(fixtureFiles(changed)), path!);
    assert.ok(now.length < findings(snapshotOf(fixtureFiles(files)), path!).length);
  });
}

describe('quick fixes', () => {
  describe('in reStructuredText', () => rst.forEach(check));
  describe('in Markdown', () => markdown.forEach(check));

  it('prefer the only note of that name, and offer all where there are a few', () => {
    assert.deepEqual(titles(':doc:`old/a`\n//- /new/a.rst\n'), ['* Link to new/a.rst', 'Create old/a.rst']);
    assert.deepEqual(titles(':doc:`old/a`\n//- /x/a.rst\n//- /y/a.rst\n'), [
      'Link to x/a.rst',
      'Link to y/a.rst',
      'Create old/a.rst',
    ]);
  });

  it('do not help out of a circle', () => {
    assert.deepEqual(titles('a_\n\n.. _a: b_\n.. _b: a_\n'), []);
  });

  it('leave a target that another note links to', () => {
    assert.deepEqual(titles('.. _a: http://a.org\n//- /other.rst\n`x <note.rst#a>`__\n'), []);
  });

  it('do not guess', () => {
    assert.deepEqual(titles(':doc:`old/a`\n//- /x/b.rst\n'), ['Create old/a.rst']);
    assert.deepEqual(titles(':download:`slides.pdf`\n//- /other.pdf\n'), []);
  });
});
