import assert from 'node:assert/strict';
import { findings } from '../../server/src/features/findings.ts';
import { quickFixes } from '../../server/src/features/fixes/quickFixes.ts';
import { root, snapshotOf } from '../support/workspace.ts';

const path = `${root}/note.md`;

/** The note after each fix called `Link to …` of its findings. */
function linked(text: string, ...others: readonly string[]): string[] {
  const snapshot = snapshotOf([{ path, text }, ...others.map((other) => ({ path: root + other, text: '' }))]);
  const entry = snapshot.notes.get(path)!;
  return findings(snapshot, path)
    .flatMap((finding) => quickFixes({ snapshot, entry, text, finding }))
    .filter(({ title }) => title.startsWith('Link to '))
    .map(({ changes }) => {
      const { span, text: inserted } = changes.edits[0]!.edits[0]!;
      return text.slice(0, span.start) + inserted + text.slice(span.end);
    });
}

describe('quickFixes, in Markdown', () => {
  for (const [text, there, expected] of [
    ['[a](old/b.md)', '/new/b.md', '[a](new/b.md)'],
    ['[a](old/b.md#x "t")', '/new/b.md', '[a](new/b.md#x "t")'],
    ['[a](<old/b c.md>)', '/new/b c.md', '[a](<new/b c.md>)'],
    ['[a](old/b%20c.md)', '/new/b c.md', '[a](new/b%20c.md)'],
    ['![](old/a.png)', '/new/a.png', '![](new/a.png)'],
    ['![](A.PNG)', '/a.png', '![](a.png)'],
    ['[a](B)', '/b.md', '[a](b)'],
    ['[a][b]\n\n[b]: old/c.md', '/new/c.md', '[a][b]\n\n[b]: new/c.md'],
    ['<img src="old/a.png">', '/new/a.png', '<img src="new/a.png">'],
  ] as const) {
    it(`link ${text.replace(/\n/g, ' ')} to ${there}`, () => {
      assert.deepEqual(linked(text, there), [expected]);
    });
  }

  it('offer each note that a wiki link may mean', () => {
    assert.deepEqual(linked('[[b|text]]', '/x/b.md', '/y/b.md'), ['[[x/b|text]]', '[[y/b|text]]']);
    assert.deepEqual(linked('![[c.png]]', '/x/c.png', '/y/c.png'), ['![[x/c.png]]', '![[y/c.png]]']);
  });
});
