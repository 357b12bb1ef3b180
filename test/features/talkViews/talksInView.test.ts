import assert from 'node:assert/strict';
import { defaultTalkOptions } from '../../../server/src/features/talks.ts';
import { talksInView } from '../../../server/src/features/talkViews/talksInView.ts';
import type { TalkView } from '../../../server/src/features/talkViews/talkView.ts';
import { snapshotOf } from '../../support/workspace.ts';

const fixture = `
//- /conference/europython-2012.rst
EuroPython
**********

Mocks
=====

@ada

- [ ] Watch the video_ of it.
- :doc:\`nowhere\`

.. _video: https://youtu.be/1

Fakes
=====

@eve

See https://speakerdeck.com/eve/fakes and \`the code <https://github.com/eve/fakes>\`_.
//- /conference/pycon.md
---
event: PyCon
date: 2019-05-03
tags: [python]
---

# PyCon

## Stubs

@Ada

Text.
//- /conference/meetup.rst
Meetup night
************

Dummies
=======

Text.
`;
const snapshot = snapshotOf(fixture);
const everything: TalkView = { groupBy: 'event', filter: '', subset: 'all' };

/** The tree, a row a line; every id is there once, and every row below the one that it names. */
function tree(view: Partial<TalkView>, depth = 9): readonly string[] {
  const ids = new Set<string>();
  const walk = (parent?: string, indent = ''): string[] =>
    talksInView(snapshot, defaultTalkOptions, { ...everything, ...view }, parent).flatMap((row) => {
      assert.ok(!ids.has(row.id), row.id);
      assert.equal(row.parent, parent);
      ids.add(row.id);
      const line = `${indent}${row.label}${row.description === undefined ? '' : ` (${row.description})`}`;
      const below = row.hasChildren && indent.length < depth * 2 ? walk(row.id, `${indent}  `) : [];
      return [line, ...below];
    });
  return walk().filter((line) => !/^(?:All notes| {2}conference| {4,}(?:EuroPython|PyCon|Meetup))/.test(line));
}

describe('talksInView', () => {
  it('shows what a talk has, and how many of its links are broken', () => {
    assert.deepEqual(tree({ filter: 'europython' }), [
      'EuroPython (2 talks)',
      '  Mocks (@ada · 1 open · 1 broken link)',
      '    Video (video)',
      '  Fakes (@eve)',
      '    Slides (https://speakerdeck.com/eve/fakes)',
      '    Code (the code)',
    ]);
  });

  it('marks talks with what is open and broken in them, and nothing else', () => {
    const [event] = talksInView(snapshot, defaultTalkOptions, { ...everything, filter: 'europython' });
    const talks = talksInView(snapshot, defaultTalkOptions, everything, event!.id);
    assert.deepEqual(
      [event!, ...talks].map(({ marks }) => marks),
      [undefined, { open: 1, broken: 1 }, undefined],
    );
  });

  it('says of a note about one talk how many of its links are broken, unless there are too many of them', () => {
    const text = 'Mocks - Ada Brandt - PyCon UK 2008\n==================================\n\n:doc:`nowhere`\n';
    const broken = (count: number) =>
      talksInView(
        snapshotOf(Array.from({ length: count }, (_, at) => ({ path: `/ws/talks/${at}.rst`, text }))),
        defaultTalkOptions,
        everything,
      ).filter(({ marks }) => marks?.broken === 1).length;
    assert.deepEqual([broken(1), broken(200), broken(201)], [1, 200, 0]);
  });

  it('groups by year, the newest first', () => {
    assert.deepEqual(tree({ groupBy: 'year' }, 1), [
      '2019 (1 talk)',
      '  PyCon (1 talk · 2019-05-03)',
      '2012 (2 talks)',
      '  EuroPython (2 talks)',
      'No year (1 talk)',
      '  Meetup night (1 talk)',
    ]);
    assert.ok(tree({ groupBy: 'year' }).includes('    Mocks (@ada · 1 open · 1 broken link)'));
  });

  it('groups by speaker, however they are written', () => {
    assert.deepEqual(tree({ groupBy: 'speaker' }, 1), [
      '@ada (2 talks)',
      '  Stubs (PyCon · @Ada)',
      '  Mocks (EuroPython · @ada · 1 open · 1 broken link)',
      '@eve (1 talk)',
      '  Fakes (EuroPython · @eve)',
      'Nobody named (1 talk)',
      '  Dummies (Meetup night)',
    ]);
  });

  it('groups by tag', () => {
    assert.deepEqual(tree({ groupBy: 'tag' }, 0), ['python (1 talk)', 'No tag (3 talks)']);
  });

  it('filters by words of title, event, speaker and tag, in any case', () => {
    assert.deepEqual(tree({ filter: 'MOCKS euro' }, 1), [
      'EuroPython (2 talks)',
      '  Mocks (@ada · 1 open · 1 broken link)',
    ]);
    assert.deepEqual(tree({ filter: 'python ada', groupBy: 'year' }, 0), ['2019 (1 talk)', '2012 (1 talk)']);
    assert.deepEqual(tree({ filter: 'nothing like it' }), []);
  });

  it('shows talks with a video, without slides, and with a video to watch', () => {
    const titles = (subset: TalkView['subset']) =>
      tree({ subset, groupBy: 'speaker' }, 1)
        .filter((line) => line.startsWith('  '))
        .map((line) => line.trim().split(' ')[0]);
    assert.deepEqual(titles('with-video'), ['Mocks']);
    assert.deepEqual(titles('without-slides'), ['Stubs', 'Mocks', 'Dummies']);
    assert.deepEqual(titles('to-watch'), ['Mocks']);
  });

  it('answers nothing for rows that are no more', () => {
    for (const parent of [
      '',
      '[]',
      '["in","x"]',
      '["in","x","[\\"group\\",\\"a\\",\\"b\\"]"]',
      '["event","/no.rst"]',
    ]) {
      assert.deepEqual(talksInView(snapshot, defaultTalkOptions, everything, parent), []);
    }
  });
});
