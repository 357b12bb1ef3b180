import assert from 'node:assert/strict';
import { matchScore, prepareQuery } from '../../server/src/features/matchScore.ts';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols.ts';
import { root, snapshotOf } from '../support/workspace.ts';

const section = (title: string, mark: string) => `${title}\n${mark.repeat(title.length)}\n\nText.\n\n`;

function notes(...titles: readonly string[]) {
  return snapshotOf([{ path: `${root}/a.rst`, text: titles.map((title) => section(title, '*')).join('') }]);
}

function best(query: string, ...titles: readonly string[]): string[] {
  return workspaceSymbols(notes(...titles), query, 10).map(({ title }) => title);
}

const SCORES: readonly (readonly [query: string, title: string, score: number | undefined])[] = [
  ['talk', 'Talk', 26],
  ['talk', 'Lightning Talks', -7],
  ['talk', 'Stalking', -4],
  ['lt', 'Lightning Talks', -7],
  ['lt', 'Salt', -9],
  ['dm', 'Django Models', -4],
  ['dm', 'Core Dump - Gnome Shell', -13],
  ['dm', 'DOM:element.innerHTML', -3],
  ['ug', 'User Guide', -2],
  ['ug', 'Debugging', -10],
  ['DM', 'django models', -4],
  ['öf', 'Über Öfen', -6],
  ['re', 'a.re', -3],
  ['-x', 'a -x', 2],
  ['xyz', 'Talk', undefined],
];

describe('matchScore', () => {
  // As VS Code's own `fuzzyScore` gives them, with `firstMatchCanBeWeak` and `boostFullMatch`.
  for (const [query, title, score] of SCORES) {
    it(`gives “${title}” ${score} for “${query}”`, () => assert.equal(matchScore(title, prepareQuery(query)), score));
  }
});

describe('workspaceSymbols', () => {
  for (const [query, titles] of [
    ['lt', ['Lightning Talks', 'Alters', 'Salt']],
    ['django', ['Django', 'Django Models', 'About Django', 'undjangoed']],
    ['talk', ['Talk', 'Stalking', 'Lightning Talks']],
    ['dm', ['Django Models', 'Admin']],
    ['ug', ['User Guide', 'Debugging']],
  ] as const) {
    it(`puts the best fits for “${query}” first`, () => {
      assert.deepEqual(best(query, ...[...titles].reverse()).slice(0, 2), titles.slice(0, 2));
    });
  }

  it('wants all letters in order, and all words in any', () => {
    assert.deepEqual(best('tl', 'Lightning Talks'), ['Lightning Talks']);
    assert.deepEqual(best('xyz', 'Lightning Talks'), []);
    assert.deepEqual(best('talks light', 'Lightning Talks', 'Light'), ['Lightning Talks']);
  });

  it('pays no heed to case, nor trips over letters that grow in lower case', () => {
    assert.deepEqual(best('LIGHT', 'lightning'), ['lightning']);
    assert.deepEqual(best('stan', 'İİ Istanbul'), ['İİ Istanbul']);
  });

  it('gives the first titles for an empty query', () => {
    assert.deepEqual(
      workspaceSymbols(notes('A', 'B', 'C'), '', 2).map(({ title }) => title),
      ['A', 'B'],
    );
  });

  it('names the section around, and leaves the note to the editor, which shows its path anyway', () => {
    const snapshot = snapshotOf([{ path: `${root}/a.rst`, text: section('Outer', '*') + section('Inner', '=') }]);
    assert.deepEqual(
      workspaceSymbols(snapshot, 'er', 5).map(({ title, container, level }) => [title, container, level]),
      [
        ['Outer', undefined, 1],
        ['Inner', 'Outer', 2],
      ],
    );
  });

  it('goes through 50,000 titles in a blink', () => {
    const words = ['Django', 'Lightning', 'Talks', 'Testing', 'Install', 'Links', 'Models', 'Queries'];
    const files = Array.from({ length: 500 }, (_, file) => ({
      path: `${root}/${file}.rst`,
      text: Array.from({ length: 100 }, (_, at) =>
        section(`${words[at % 8]} ${words[(at * 3 + file) % 8]} ${at}`, '*'),
      ).join(''),
    }));
    const snapshot = snapshotOf(files);
    workspaceSymbols(snapshot, 'warm', 100);
    // How long one may take is decided by no clock but mocha's: some seconds for a hundred of them, also on a busy machine.
    for (let round = 0; round < 35; round++) {
      assert.equal(workspaceSymbols(snapshot, 'dt', 100).length, 100);
      assert.equal(workspaceSymbols(snapshot, 'django mod', 100).length, 100);
      assert.equal(workspaceSymbols(snapshot, 'zzz', 100).length, 0);
    }
  }).timeout(30_000);
});
