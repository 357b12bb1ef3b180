import assert from 'node:assert/strict';
import type { SeverityOverrides } from '../../server/src/features/finding.ts';
import { findings } from '../../server/src/features/findings.ts';
import { root, snapshotOf, spanText } from '../support/workspace.ts';

/** `link.file-missing 2:6-2:10: No …`, without hints unless asked for. */
function found(fixture: string, path = `${root}/note.rst`, overrides?: SeverityOverrides): string[] {
  const snapshot = snapshotOf(fixture);
  const note = snapshot.notes.get(path)!.note;
  return findings(snapshot, path, overrides).map(
    ({ code, severity, span, message }) => `${severity} ${code} ${spanText(note, span)} ${message}`,
  );
}

describe('findings', () => {
  describe('of paths', () => {
    it('name a missing note and where it was looked for', () => {
      assert.deepEqual(found('//- /sub/a.rst\nSee :doc:`../java/maven`.\n', `${root}/sub/a.rst`), [
        'warning link.file-missing 0:10-0:23 No note “../java/maven”: looked for java/maven.rst.',
      ]);
      assert.deepEqual(found('See :doc:`java/maven`.\n'), [
        'warning link.file-missing 0:10-0:20 No note “java/maven”: looked for java/maven.rst.',
      ]);
    });

    it('accept a note with or without its suffix, in any of the note suffixes', () => {
      const fixture = `
        :doc:\`a\` :doc:\`a.rst\` :doc:\`b\` :doc:\`c\`
        //- /a.rst
        //- /b.md
        //- /c.txt
      `;
      assert.deepEqual(found(fixture), []);
    });

    it('read a leading slash from the folder with conf.py, then from the workspace folder', () => {
      const fixture = `
        //- /conf.py.orig
        //- /doc/conf.py
        //- /doc/sub/a.rst
        :doc:\`/sub/b\` :doc:\`/doc/sub/b\` :doc:\`/c\`
        //- /doc/sub/b.rst
      `;
      assert.deepEqual(found(fixture, `${root}/doc/sub/a.rst`), [
        'warning link.file-missing 0:38-0:40 No note “/c”: looked for doc/c.rst and c.rst.',
      ]);
    });

    it('read a leading slash from the highest index.rst where there is no conf.py', () => {
      const fixture = `
        //- /doc/index.rst
        //- /doc/sub/index.rst
        //- /doc/sub/a.rst
        :doc:\`/sub/a\` :doc:\`/a\`
      `;
      assert.deepEqual(found(fixture, `${root}/doc/sub/a.rst`), [
        'warning link.file-missing 0:20-0:22 No note “/a”: looked for doc/a.rst and a.rst.',
      ]);
    });

    it('cover toctree entries, images, downloads and explicit targets, and leave globs alone', () => {
      const fixture = `
        .. toctree::
           :glob:

           Title <gone>
           self
           *

        .. image:: gone.png

        See :download:\`gone.pdf\` and name_ and name_.

        .. _name: gone.html
      `;
      assert.deepEqual(found(fixture), [
        'warning link.file-missing 3:10-3:14 No note “gone”: looked for gone.rst.',
        'warning link.file-missing 7:11-7:19 No file “gone.png”: looked for gone.png.',
        'warning link.file-missing 9:15-9:23 No file “gone.pdf”: looked for gone.pdf.',
        'warning link.file-missing 11:10-11:19 No file “gone.html”: looked for gone.html.',
      ]);
    });

    it('take a web page for the note that it is made of, and a percent-encoded name for the file', () => {
      const fixture = `
        .. _a: sub/links.html
        .. _b: two%20words.pdf
        .. _c: 100%.pdf

        a_ b_ c_
        //- /sub/links.rst
        //- /two words.pdf
        //- /100%.pdf
      `;
      assert.deepEqual(found(fixture), []);
    });

    it('tell a wrong case from a missing file', () => {
      assert.deepEqual(found(':doc:`Java/Maven`\n//- /java/maven.rst\n'), [
        'warning link.case-mismatch 0:6-0:16 “Java/Maven” is written in other letters on disk: java/maven.rst.',
      ]);
    });

    it('say nothing of what lies in a folder that was not looked at', () => {
      assert.deepEqual(found(':doc:`../../other/a`\n//- /sub/x.rst\n:doc:`../../other/a`\n', `${root}/sub/x.rst`), []);
    });

    it('look for a fragment among the titles and targets of the note', () => {
      const fixture = `
        .. _a: b.html#next-steps
        .. _c: b.html#mark
        .. _d: b.html#gone

        a_ c_ d_
        //- /b.rst
        Next Steps
        ==========

        .. _mark:

        Text.
      `;
      assert.deepEqual(found(fixture), ['warning link.anchor-missing 2:7-2:18 No title or target “gone” in b.rst.']);
    });
  });

  describe('of names', () => {
    it('report a name that the note does not define, once for each use', () => {
      assert.deepEqual(found('A prose word_ and `two words`_ and [1]_ and |sub|.\n'), [
        'warning link.reference-undefined 0:8-0:12 No target “word” in this note.',
        'warning link.reference-undefined 0:19-0:28 No target “two words” in this note.',
        'warning link.reference-undefined 0:36-0:37 No footnote “1” in this note.',
        'warning link.reference-undefined 0:45-0:48 No substitution “sub” in this note.',
      ]);
    });

    it('know section titles, targets in any case, chains of names, and what Sphinx defines', () => {
      const fixture = `
        My Title
        ========

        \`my title\`_ NAME_ alias_ |version| :ref:\`genindex\`

        .. _Name: http://a.org
        .. _alias: name_
      `;
      assert.deepEqual(found(fixture), []);
    });

    it('stop at names that lead in a circle', () => {
      assert.deepEqual(found('a_\n\n.. _a: b_\n.. _b: a_\n'), [
        'warning link.reference-undefined 0:0-0:1 “a” leads back to itself.',
        'warning link.reference-undefined 2:7-2:9 “b” leads back to itself.',
        'warning link.reference-undefined 3:7-3:9 “a” leads back to itself.',
      ]);
    });

    it('follow long chains in linear time', () => {
      const chain = Array.from({ length: 5000 }, (_, at) => `.. _n${at}: n${at + 1}_\n`).join('');
      const start = performance.now();
      assert.equal(found(`n0_\n\n${chain}.. _n5000: n0_\n`).length, 5002);
      assert.ok(performance.now() - start < 3000);
    });

    it('let an explicit target win over titles, and call a repeated title ambiguous only where it is used', () => {
      const titles = 'T\n=\n\nLinks\n-----\n\nOther\n-----\n\nLinks\n-----\n\n';
      assert.deepEqual(found(titles), []);
      assert.deepEqual(found(`${titles}Links_\n\n.. _links: http://a.org\n`), []);
      assert.deepEqual(found(`${titles}Links_\n`), [
        'warning link.ambiguous 12:0-12:5 “links” stands for 2 places in this note.',
      ]);
    });

    it('know labels of footnotes and citations as names, and substitutions in another case', () => {
      const fixture = `
        label_ 1_ cit_ |name| |Name|

        .. [#label] Footnote
        .. [1] Footnote
        .. [CIT] Citation
        .. |NAME| replace:: text
      `;
      assert.deepEqual(found(fixture), []);
    });

    it('say that a footnote is missing that would be numbered by itself', () => {
      assert.deepEqual(found('x [#]_\n'), ['warning link.reference-undefined 0:3-0:4 No footnote “#” in this note.']);
    });

    it('let an alias yield to all else of its name', () => {
      const fixture = `
        \`text <one_>\`_ \`text <two_>\`_ and text_, \`other <one_>\`_ and other_

        .. _one: http://a.org
        .. _two: http://b.org
        .. _other: http://c.org
      `;
      assert.deepEqual(found(fixture), []);
    });

    it('pair anonymous references with anonymous targets', () => {
      assert.deepEqual(found('a__ b__\n\n__ http://a.org\n'), [
        'warning link.reference-undefined 0:4-0:5 No anonymous target is left for this reference.',
      ]);
    });

    it('report anonymous targets that are left over', () => {
      assert.deepEqual(found('a__\n\n__ http://a.org\n.. __: http://b.org\n'), [
        'warning link.reference-undefined 3:0-3:19 No anonymous reference is left for this target.',
      ]);
    });

    it('let a table of contents yield to a target of its name', () => {
      assert.deepEqual(found('.. contents::\n\n.. _contents:\n\nPart\n====\n\ncontents_\n'), []);
    });

    it('leave terms alone that no glossary or several have', () => {
      assert.deepEqual(
        found(
          ':term:`a` :term:`b`\n//- /b.rst\n.. glossary::\n\n   b\n     x\n//- /c.rst\n.. glossary::\n\n   b\n     y\n',
        ),
        [],
      );
    });

    it('find labels and citations in any note, and labels of several notes ambiguous', () => {
      const fixture = `
        :ref:\`one\` :ref:\`two\` :ref:\`none\` [CIT2002]_
        //- /a.rst
        .. _one:

        A
        =

        .. _two:

        B
        -

        .. [CIT2002] Book
        //- /b.rst
        .. _two:

        B
        =
      `;
      assert.deepEqual(found(fixture), [
        'warning link.ambiguous 0:17-0:20 “two” is defined in several notes: a.rst, b.rst.',
        'warning link.reference-undefined 0:28-0:32 No label “none” in any note.',
      ]);
    });
  });

  describe('of targets', () => {
    it('report a name with two values at the second, and point to the first', () => {
      const fixture = 'a_\n\n.. _a: http://a.org\n.. _a: http://b.org\n';
      assert.deepEqual(found(fixture), [
        'warning link.ambiguous 0:0-0:1 “a” stands for 2 places in this note.',
        'warning target.duplicate 3:4-3:5 “a” is defined twice in this note, with different targets.',
      ]);
      const duplicate = findings(snapshotOf(fixture), `${root}/note.rst`)[1]!;
      assert.deepEqual(
        duplicate.related?.map(({ path, message }) => [path, message]),
        [[`${root}/note.rst`, '“a” is first defined here.']],
      );
      assert.deepEqual(found('a_\n\n.. _a: http://a.org\n.. _a: http://a.org\n'), []);
    });

    it('hint at a target with an address that nothing refers to', () => {
      assert.deepEqual(found('.. _a: http://a.org\n\n.. _label:\n\nText.\n'), [
        'hint target.unused 0:0-0:19 Nothing in this note refers to “a”.',
      ]);
      assert.equal(findings(snapshotOf('.. _a: http://a.org\n'), `${root}/note.rst`)[0]!.tags, 'unnecessary');
    });
  });

  describe('of titles', () => {
    it('pass on what the dialect found', () => {
      const [short] = found('Long title\n====\n\nText.\n');
      assert.match(short!, /^warning heading\.underline-short /);
      const [level] = found('A\n=\n\nB\n-\n\nC\n~\n\nD\n=\n\nE\n~\n\nText.\n');
      assert.match(level!, /^warning heading\.level-inconsistent /);
    });
  });

  describe('that a comment in the note leaves out', () => {
    const broken = 'See :doc:`gone`, name_ and name_.\n\n.. _old: http://a.org\n\nLong title\n=====\n\n';
    const codes = (comment: string) => found(`${broken}${comment}`).map((line) => line.split(' ')[1]);

    it('are those of its code', () => {
      assert.deepEqual(codes('.. talk-notes-ignore: link.reference-undefined\n'), [
        'link.file-missing',
        'target.unused',
        'heading.underline-short',
      ]);
      assert.deepEqual(codes('.. talk-notes-ignore: link.*, heading.underline-short\n'), ['target.unused']);
    });

    it('are those about its target', () => {
      assert.deepEqual(codes('.. talk-notes-ignore: gone\n\n.. talk-notes-ignore: target.unused old\n'), [
        'link.reference-undefined',
        'link.reference-undefined',
        'heading.underline-short',
      ]);
      assert.equal(codes('.. talk-notes-ignore: link.file-missing here\n').length, 5);
    });
  });

  it('have the severity that the user gives them', () => {
    const overrides: SeverityOverrides = new Map([
      ['link.file-missing', 'error'],
      ['link.reference-undefined', 'off'],
    ]);
    assert.deepEqual(found('word_ :doc:`gone`\n', undefined, overrides), [
      'error link.file-missing 0:12-0:16 No note “gone”: looked for gone.rst.',
    ]);
  });
});
