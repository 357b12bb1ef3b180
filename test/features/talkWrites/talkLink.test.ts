import assert from 'node:assert/strict';
import { withEdits } from '../../../server/src/core/model/edit.ts';
import { talkLink } from '../../../server/src/features/talkWrites/talkLink.ts';
import { entryOf, root, snapshotOf } from '../../support/workspace.ts';

const files = {
  'a.rst': 'A\n=\n\nOne talk\n--------\n\nText.\n\n.. _known:\n\nTwo\n---\n\nTwice\n-----\n\nTwice\n-----\n',
  'deep/b.rst': 'B\n=\n\n.. _one-talk:\n\nOther\n-----\n',
  'c.md': '# C\n\n## One talk\n\n## Twice\n\n## Twice\n',
  'deep/d.md': '# D\n',
};
type Name = keyof typeof files;
const snapshot = snapshotOf(Object.entries(files).map(([name, text]) => ({ path: `${root}/${name}`, text })));

/** The link from one note to the section with that title in another, and what the other is then. */
function link(from: Name, to: Name, title: string): { text: string | undefined; changed: string | undefined } {
  const text = files[to];
  const entry = entryOf(`${root}/${to}`, text)!;
  const offset = entry.note.headings.findLast((heading) => heading.title === title)!.titleSpan.start;
  const found = talkLink(snapshot, entryOf(`${root}/${from}`, files[from])!, { text, entry }, offset);
  return { text: found?.text, changed: found && found.edits.length > 0 ? withEdits(text, found.edits) : undefined };
}

describe('talkLink', () => {
  for (const [from, to, title, text] of [
    ['deep/b.rst', 'a.rst', 'Two', ':ref:`Two <known>`'],
    ['deep/b.rst', 'a.rst', 'A', ':doc:`A <../a>`'],
    ['a.rst', 'a.rst', 'One talk', '`One talk`_'],
    ['deep/b.rst', 'c.md', 'One talk', '`One talk <../c.md#one-talk>`__'],
    ['deep/d.md', 'c.md', 'One talk', '[One talk](../c.md#one-talk)'],
    ['deep/d.md', 'c.md', 'Twice', '[Twice](../c.md#twice-1)'],
    ['c.md', 'c.md', 'One talk', '[One talk](#one-talk)'],
    ['c.md', 'deep/d.md', 'D', '[D](deep/d.md)'],
    ['c.md', 'a.rst', 'One talk', '[One talk](a.rst#one-talk)'],
  ] as const) {
    it(`from ${from} to “${title}” of ${to}: ${text}`, () => {
      assert.deepEqual(link(from, to, title), { text, changed: undefined });
    });
  }

  it('makes a label that nobody else has where the talk has none', () => {
    const { text, changed } = link('deep/b.rst', 'a.rst', 'One talk');
    assert.equal(text, ':ref:`One talk <one-talk-2>`');
    assert.equal(changed, files['a.rst'].replace('One talk\n', '.. _one-talk-2:\n\nOne talk\n'));
  });

  it('makes a label in the same note where the title is there twice', () => {
    assert.equal(link('a.rst', 'a.rst', 'Twice').text, ':ref:`Twice <twice-2>`'.replace('-2', ''));
  });
});
