import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { findings } from '../../server/src/features/findings.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { quickFixes } from '../../server/src/features/quickFixes.ts';
import { parseFixture } from '../support/fixture.ts';
import { noteOf, root, snapshotOf, spanText } from '../support/workspace.ts';

const path = `${root}/note.rst`;

describe('outline', () => {
  it('nests sections, whole, with the title to select', () => {
    const note = noteOf(snapshotOf('A\n=\n\nText.\n\nB\n-\n\nC\n=\n'));
    const show = (items: readonly OutlineItem[]): unknown[] =>
      items.map(({ title, level, span, selectionSpan, children }) => [
        `H${level} ${title} ${spanText(note, span)} ${spanText(note, selectionSpan)}`,
        ...show(children),
      ]);
    assert.deepEqual(show(outline(note)), [
      ['H1 A 0:0-8:0 0:0-0:1', ['H2 B 5:0-8:0 5:0-5:1']],
      ['H1 C 8:0-10:0 8:0-8:1'],
    ]);
  });
});

describe('foldingRanges', () => {
  const ranges = (text: string): string[] =>
    foldingRanges(noteOf(snapshotOf([{ path, text }]))).map(
      ({ startLine, endLine, kind }) => `${startLine}-${endLine}${kind === undefined ? '' : ` ${kind}`}`,
    );
  const text = 'A\n=\n\nText::\n\n  one\n  two\n\n.. a comment\n   goes on\n\nB\n-\n\n- [ ] a\n\n  - [ ] b\n';

  it('are sections, blocks, comments and to-dos with to-dos inside', () => {
    const found = ranges(text);
    assert.ok(found.includes('0-16'), found.join());
    assert.ok(found.includes('8-9 comment'), found.join());
    assert.ok(found.includes('11-16'), found.join());
    assert.ok(found.includes('14-16'), found.join());
  });

  it('leave the blank lines before the next title open, whatever ends lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      assert.deepEqual(ranges(['A', '=', '', 'x', '', '', 'B', '=', '', 'y', ''].join(end)), ['0-3', '6-9']);
    }
  });

  it('start at the title where there is an overline', () => {
    assert.deepEqual(ranges('===\n A\n===\n\nText.\n'), ['1-4']);
  });
});

describe('documentLinks', () => {
  it('lead to the web, to notes and to places in them', () => {
    const fixture = `
      name_ :doc:\`b\` :doc:\`B\` :ref:\`x\` :doc:\`gone\` \`here\`_

      .. _name: http://a.org

      Here
      ====
      //- /b.rst
      B
      =

      .. _x:

      Text.
    `;
    const snapshot = snapshotOf(fixture);
    const note = noteOf(snapshot);
    assert.deepEqual(
      documentLinks(snapshot, path).map(
        ({ span, url, path: to, offset, tooltip }) =>
          `${spanText(note, span)} ${url ?? `${to}@${offset}`} | ${tooltip}`,
      ),
      [
        '0:0-0:4 http://a.org | http://a.org',
        `0:12-0:13 ${root}/b.rst@undefined | b.rst`,
        `0:21-0:22 ${root}/b.rst@undefined | b.rst`,
        `0:30-0:31 ${root}/b.rst@5 | b.rst:4`,
        `0:46-0:50 ${path}@${note.headings[0]!.titleSpan.start} | note.rst:5`,
        '2:10-2:22 http://a.org | http://a.org',
      ],
    );
  });
});

describe('quickFixes', () => {
  /** The note after the only fix of its only finding; `undefined` where there is none. */
  function mended(fixture: string, at = path): string | undefined {
    const snapshot = snapshotOf(fixture);
    const [finding] = findings(snapshot, at);
    const text = parseFixture(fixture).files.find((file) => file.path === at)!.text;
    const [fix, ...others] = quickFixes(snapshot, at, text, finding!);
    assert.deepEqual(others, []);
    return fix?.edits[0]?.edits[0]?.text;
  }

  it('offer the note that a broken link must mean', () => {
    assert.equal(mended(':doc:`old/a`\n//- /new/a.rst\n'), 'new/a');
    assert.equal(mended('//- /x/n.rst\n:doc:`old/a`\n//- /new/a.rst\n', `${root}/x/n.rst`), '../new/a');
  });

  it('keep what is absolute absolute, and a suffix', () => {
    assert.equal(mended(':doc:`/old/a`\n//- /new/a.rst\n'), '/new/a');
    assert.equal(mended(':doc:`old/a.rst`\n//- /new/a.rst\n'), 'new/a.rst');
  });

  it('keep the title that the link has', () => {
    const text = ':doc:`Title <old/a>`\n';
    const snapshot = snapshotOf(`${text}//- /new/a.rst\n`);
    const [finding] = findings(snapshot, path);
    const [fix] = quickFixes(snapshot, path, text, finding!);
    assert.deepEqual([fix!.title, fix!.preferred], ['Link to new/a.rst', true]);
    assert.equal(spanText(noteOf(snapshot), fix!.edits[0]!.edits[0]!.span), '0:13-0:18');
  });

  it('offer nothing where it is a guess', () => {
    assert.equal(mended(':doc:`old/a`\n//- /x/a.rst\n//- /y/a.rst\n'), undefined);
    assert.equal(mended(':doc:`old/a`\n//- /x/b.rst\n'), undefined);
    assert.equal(mended(':doc:`old/note`\n'), undefined);
  });

  it('mend the case', () => {
    assert.equal(mended(':doc:`Java/Maven`\n//- /java/maven.rst\n'), 'java/maven');
    assert.equal(mended('.. image:: A.PNG\n//- /a.png\n'), 'a.png');
  });
});
