import assert from 'node:assert/strict';
import { documentLinks } from '../../server/src/features/documentLinks.ts';
import { foldingRanges } from '../../server/src/features/foldingRanges.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
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

  it('are items of lists, in both formats, and front matter', () => {
    assert.deepEqual(ranges('- a\n  b\n- c\n\n#. d\n\n   e\n'), ['0-1', '4-6']);
    const markdown = noteOf(
      snapshotOf([{ path: `${root}/a.md`, text: '---\ntitle: x\n---\n\n- a\n  b\n- c\n' }]),
      `${root}/a.md`,
    );
    const shown = foldingRanges(markdown).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
    assert.deepEqual(shown, ['0-2', '4-5']);
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
