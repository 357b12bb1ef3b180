import assert from 'node:assert/strict';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { adjacentTalk, talkList } from '../../server/src/features/talkList.ts';
import { defaultTalkOptions } from '../../server/src/features/talks.ts';
import { talkPath, talksTree } from '../../server/src/features/talksTree.ts';
import type { TreeRow } from '../../server/src/features/treeRow.ts';
import { edited, root, snapshotOf } from '../support/workspace.ts';

const options = defaultTalkOptions;
const event = `QCon
****

Mocks
=====

@ada

Links
-----

Links
-----

Fakes
=====

- [ ] Ask.
`;
const snapshot = snapshotOf([
  { path: `${root}/qcon.rst`, text: event },
  { path: `${root}/a/one.rst`, text: 'One\n***\n\nPart\n====\n\nText.\n' },
  { path: `${root}/a/b/two.rst`, text: 'Text.\n' },
]);

/** The whole tree, a row a line, indented by two blanks a level. */
function tree(from: Snapshot, parent?: string, indent = ''): string[] {
  return talksTree(from, options, parent).flatMap((row) => {
    const below = row.hasChildren ? tree(from, row.id, `${indent}  `) : [];
    assert.equal(row.hasChildren, below.length > 0, `${row.label} tells of children`);
    assert.equal(row.parent, parent);
    return [indent + line(row), ...below];
  });
}

function line({ kind, label, description }: TreeRow): string {
  return `${kind} ${label}${description === undefined ? '' : ` (${description})`}`;
}

function ids(from: Snapshot, parent?: string): string[] {
  return talksTree(from, options, parent).flatMap((row) => [row.id, ...ids(from, row.id)]);
}

describe('talksTree', () => {
  it('shows events with talks and sections, then all notes by folder', () => {
    assert.deepEqual(tree(snapshot), [
      'event QCon (2 talks)',
      '  talk Mocks (@ada)',
      '    section Links',
      '    section Links',
      '  talk Fakes (1 open)',
      'folder All notes (3 notes)',
      '  folder a',
      '    folder b',
      '      note two.rst (two.rst)',
      '    note One (one.rst)',
      '      section Part',
      '  note QCon (qcon.rst · 1 open)',
      '    section Mocks',
      '      section Links',
      '      section Links',
      '    section Fakes (1 open)',
    ]);
  });

  it('calls a note what its front matter calls it, and lists all its titles below that', () => {
    const text =
      '---\ntitle: Data Days\nevent: Data Days 2022\ndate: 2022-06-01\n---\n\n## Mocks\n\n### Part\n\n## Fakes\n';
    assert.deepEqual(tree(snapshotOf([{ path: `${root}/a.md`, text }])), [
      'event Data Days 2022 (2 talks · 2022-06-01)',
      '  talk Mocks',
      '    section Part',
      '  talk Fakes',
      'folder All notes (1 note)',
      '  note Data Days (a.md)',
      '    section Mocks',
      '      section Part',
      '    section Fakes',
    ]);
  });

  it('is empty without notes', () => {
    assert.deepEqual(tree(snapshotOf('//- /a.png\n')), []);
  });

  it('tells events of one title apart by folder', () => {
    const twice = snapshotOf([
      { path: `${root}/a/qcon.rst`, text: event },
      { path: `${root}/b/qcon.rst`, text: event },
    ]);
    assert.deepEqual(talksTree(twice, options).map(line), [
      'event QCon (2 talks · a)',
      'event QCon (2 talks · b)',
      'folder All notes (2 notes)',
    ]);
  });

  it('has ids that differ, and that edits elsewhere leave alone', () => {
    const all = ids(snapshot);
    assert.equal(new Set(all).size, all.length);
    const below = edited(
      snapshot,
      `${root}/qcon.rst`,
      event.replace('@ada', '@ada\n\nA new line.\n\n- [ ] And a task.'),
    );
    assert.deepEqual(ids(below), all);
  });

  it('shows each workspace folder where there are several, and folders outside of them', () => {
    const several = { ...snapshot, roots: [`${root}/a`] };
    const all = talksTree(several, options).at(-1)!;
    assert.deepEqual(
      talksTree(several, options, all.id).map(({ label }) => label),
      ['ws', 'a'],
    );
  });

  it('has nothing below a row that is gone', () => {
    const [first] = talksTree(snapshot, options);
    const gone = { ...snapshot, notes: snapshot.notes.with([{ path: `${root}/qcon.rst`, entry: undefined }]) };
    assert.deepEqual(talksTree(gone, options, first!.id), []);
    assert.deepEqual(talksTree(snapshot, options, 'no id at all'), []);
    assert.deepEqual(talksTree(snapshot, options, '["section","/ws/qcon.rst",["QCon","Gone"],"event"]'), []);
  });
});

describe('talkPath', () => {
  const at = (path: string, text: string, words: string) =>
    talkPath(snapshot, options, path, text.lastIndexOf(words)).map(({ label }) => label);

  it('goes from the event to the innermost section', () => {
    assert.deepEqual(at(`${root}/qcon.rst`, event, 'Links'), ['QCon', 'Mocks', 'Links']);
    assert.deepEqual(at(`${root}/qcon.rst`, event, 'Ask'), ['QCon', 'Fakes']);
    assert.deepEqual(at(`${root}/qcon.rst`, event, 'QCon'), ['QCon']);
  });

  it('goes through folders to any other note', () => {
    assert.deepEqual(at(`${root}/a/one.rst`, 'One\n***\n\nPart\n====\n\nText.\n', 'Text'), [
      'All notes',
      'a',
      'One',
      'Part',
    ]);
    assert.deepEqual(at(`${root}/a/b/two.rst`, 'Text.\n', 'Text'), ['All notes', 'a', 'b', 'two.rst']);
    assert.deepEqual(at(`${root}/gone.rst`, '', ''), []);
  });

  it('gives the very rows that the tree has, so that they can be revealed', () => {
    const all = new Set(ids(snapshot));
    for (const row of talkPath(snapshot, options, `${root}/qcon.rst`, event.lastIndexOf('Links'))) {
      assert.ok(all.has(row.id), row.label);
      assert.ok(
        talksTree(snapshot, options, row.parent).some((other) => other.id === row.id),
        row.label,
      );
    }
  });
});

describe('talkList', () => {
  it('lists talks first, then titles of other notes', () => {
    assert.deepEqual(
      talkList(snapshot, options).map(({ title, event: of, speakers, isTalk }) =>
        `${isTalk} ${title} < ${of} ${speakers.join()}`.trim(),
      ),
      ['true Mocks < QCon @ada', 'true Fakes < QCon', 'false One < a', 'false Part < One'],
    );
  });
});

describe('adjacentTalk', () => {
  const from = (words: string, direction: 'next' | 'previous') =>
    adjacentTalk(snapshot, options, `${root}/qcon.rst`, event.indexOf(words), direction)?.title;

  it('steps from talk to talk and stops at the ends', () => {
    assert.deepEqual(
      [from('QCon', 'next'), from('Mocks', 'next'), from('@ada', 'next'), from('Fakes', 'next')],
      ['Mocks', 'Fakes', 'Fakes', undefined],
    );
    assert.deepEqual(
      [from('QCon', 'previous'), from('Links', 'previous'), from('Ask', 'previous')],
      [undefined, undefined, 'Mocks'],
    );
  });

  it('steps through the sections of any other note', () => {
    assert.equal(adjacentTalk(snapshot, options, `${root}/a/one.rst`, 0, 'next')?.title, 'Part');
    assert.equal(adjacentTalk(snapshot, options, `${root}/a/b/two.rst`, 0, 'next'), undefined);
  });
});
