import assert from 'node:assert/strict';
import { adjacentHeading } from '../../server/src/features/adjacentHeading.ts';
import { backlinkLines, backlinkNotes, backlinkSource } from '../../server/src/features/backlinksTree.ts';
import { referenceLenses } from '../../server/src/features/referenceLenses.ts';
import { defaultTalkOptions } from '../../server/src/features/talks.ts';
import type { TreeRow } from '../../server/src/features/treeRow.ts';
import { parseFixture } from '../support/fixture.ts';
import { noteOf, root, snapshotOf } from '../support/workspace.ts';

/** The tree of the notes that link to `/note.rst`: rows, and below each its lines with what they mark in brackets. */
function tree(fixture: string): string[] {
  const { files } = parseFixture(fixture);
  const snapshot = snapshotOf(files);
  const path = `${root}/note.rst`;
  const show = ({ label, highlight: [start, end] = [0, 0], description = '', tooltip }: TreeRow) =>
    `${label.slice(0, start)}[${label.slice(start, end)}]${label.slice(end)} | ${description} | ${tooltip}`;
  return backlinkNotes(snapshot, path).flatMap((row) => {
    const from = backlinkSource(row.id)!;
    const text = files.find((file) => file.path === from)!.text;
    const lines = backlinkLines(snapshot, path, from, { text, entry: snapshot.notes.get(from)! });
    assert.ok(lines.every((line) => line.parent === row.id && backlinkSource(line.id) === undefined));
    return [`${row.label} | ${row.description}`, ...lines.map((line) => `  ${show(line)}`)];
  });
}

describe('backlinks', () => {
  it('are grouped by note, with the line of context', () => {
    assert.deepEqual(
      tree(`
        Title
        =====

        .. _here:

        \`Title\`_
        //- /b/z.rst
        Zoo
        ===

        Talk
        ----

          See :doc:\`/note\` and :ref:\`here\`.

        .. _n: ../note.rst
        //- /a.rst
        .. toctree::

           note
      `),
      [
        'a.rst | a.rst',
        '  [note] |  | a.rst:3',
        'Zoo | b/z.rst · 3',
        '  See [:doc:`/note`] and :ref:`here`. | Talk | b/z.rst:7',
        '  See :doc:`/note` and [:ref:`here`]. | Talk | b/z.rst:7',
        '  [.. _n: ../note.rst] | Talk | b/z.rst:9',
      ],
    );
  });

  it('are none where nobody links to a note, and none to a name in another note', () => {
    assert.deepEqual(tree('Title\n=====\n\nTitle_\n//- /b.rst\nTitle\n=====\n\nTitle_ :doc:`c`\n'), []);
  });
});

describe('referenceLenses', () => {
  it('count the links to the note and to each talk', () => {
    const snapshot = snapshotOf(
      '//- /talks/e.rst\nEvent\n=====\n\nOne\n---\n\nTwo\n---\n\nTwo_ and Two_ and Three_\n\nThree\n~~~~~\n//- /b.rst\n:doc:`talks/e`\n',
    );
    const shown = referenceLenses(snapshot, defaultTalkOptions, `${root}/talks/e.rst`).map(
      ({ span, references }) =>
        `${noteOf(snapshot, `${root}/talks/e.rst`).lines.lineAt(span.start)}: ${references.length}`,
    );
    assert.deepEqual(shown, ['0: 1', '6: 2']);
  });
});

describe('adjacentHeading', () => {
  const note = noteOf(snapshotOf('A\n=\n\nText.\n\n===\n B\n===\n\nText.\n\nC\n-\n\nEnd.\n'));
  const [a, b, c] = note.headings;
  for (const [offset, direction, expected] of [
    [0, 'next', 'B'],
    [b!.titleSpan.start, 'next', 'C'],
    [c!.titleSpan.start, 'next', undefined],
    [c!.titleSpan.start, 'previous', 'B'],
    [note.lines.length, 'previous', 'C'],
    [c!.span.start - 3, 'previous', 'B'],
    [a!.titleSpan.end, 'previous', undefined],
  ] as const) {
    it(`goes from ${offset} to the ${direction} title, ${expected}`, () => {
      assert.equal(adjacentHeading(note, offset, direction)?.title, expected);
    });
  }
});
