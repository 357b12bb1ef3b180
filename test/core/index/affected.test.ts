import assert from 'node:assert/strict';
import { affectedNotes } from '../../../server/src/core/index/affected.ts';
import type { Snapshot } from '../../../server/src/core/index/snapshot.ts';
import { findings } from '../../../server/src/features/findings.ts';
import { edited, listingsOf, root, snapshotOf } from '../../support/workspace.ts';

const fixture = `
  //- /labels.rst
  .. _one:

  One
  ===

  .. _two:

  Two
  ---
  //- /uses-one.rst
  :ref:\`one\`
  //- /uses-two.rst
  :ref:\`two\`
  //- /cites.rst
  [CIT]_
  //- /page.rst
  :doc:\`labels\`
  //- /place.rst
  .. _x: labels.html#two

  x_
  //- /sub/misses.rst
  :doc:\`new\`
  //- /misses.rst
  :doc:\`new\`
  //- /misses-folder.rst
  :doc:\`fresh/new\`
  //- /absolute.rst
  :doc:\`/labels\`
`;

const before = snapshotOf(fixture);
const labels = `${root}/labels.rst`;
const text = '.. _one:\n\nOne\n===\n\n.. _two:\n\nTwo\n---\n';

function affected(after: Snapshot, notes: readonly string[], folders: readonly string[] = [], from = before): string[] {
  const found = affectedNotes(from, after, notes, folders);
  assertNothingMissed(from, after, found);
  return [...found].map((path) => path.slice(root.length + 1)).sort();
}

/** Whoever is not named must have the same findings as before. */
function assertNothingMissed(from: Snapshot, after: Snapshot, found: ReadonlySet<string>): void {
  for (const { path } of after.notes.entries()) {
    if (!found.has(path)) {
      assert.deepEqual(findings(after, path), findings(from, path), path);
    }
  }
}

/** `snapshot` with files created, or taken away, on disk only. */
function onDisk(snapshot: Snapshot, add: readonly string[], remove: readonly string[] = []): Snapshot {
  const paths = [...before.notes.entries()].map(({ path }) => path);
  const kept = [...paths.filter((path) => !remove.includes(path)), ...add];
  return { ...snapshot, files: snapshot.files.with(listingsOf(kept)) };
}

describe('affectedNotes', () => {
  it('is only the note itself for an edit in prose', () => {
    assert.deepEqual(affected(edited(before, labels, `${text}\nProse.\n`), [labels]), ['labels.rst']);
  });

  it('is who refers to a label that is renamed', () => {
    const after = edited(before, labels, text.replace('_two', '_three'));
    assert.deepEqual(affected(after, [labels]), ['labels.rst', 'place.rst', 'uses-two.rst']);
  });

  it('is who refers to a place whose title changes', () => {
    const after = edited(before, labels, text.replace('Two', 'Too').replace('.. _two:\n\n', ''));
    assert.deepEqual(affected(after, [labels]), ['labels.rst', 'place.rst', 'uses-two.rst']);
  });

  it('is who cites, when the citation appears', () => {
    const after = edited(before, labels, `${text}\n.. [CIT] Book\n`);
    assert.deepEqual(affected(after, [labels]), ['cites.rst', 'labels.rst', 'place.rst']);
  });

  it('is who refers to a label that a second note defines too', () => {
    const other = `${root}/other.rst`;
    const after = edited(before, other, '.. _one:\n\nOther\n=====\n');
    assert.deepEqual(affected(after, [other]), ['other.rst', 'uses-one.rst']);
  });

  it('is who missed a file that is created, in that folder only', () => {
    const after = onDisk(before, [`${root}/new.rst`]);
    assert.deepEqual(affected(after, [], [root]), ['misses.rst']);
    const sub = onDisk(before, [`${root}/sub/new.rst`]);
    assert.deepEqual(
      affected(sub, [], [`${root}/sub`]),
      ['misses.rst'].map((name) => `sub/${name}`),
    );
  });

  it('is who missed a file, when only its case was wrong', () => {
    const after = onDisk(before, [`${root}/NEW.rst`]);
    assert.deepEqual(affected(after, [], [root]), ['misses.rst']);
  });

  it('is who missed what is in a folder that is created', () => {
    const after = onDisk(before, [`${root}/fresh/new.rst`]);
    assert.deepEqual(affected(after, [], [root, `${root}/fresh`]), ['misses-folder.rst']);
  });

  it('is who links to a note that goes away', () => {
    const gone: Snapshot = { ...before, notes: before.notes.with([{ path: labels, entry: undefined }]) };
    const after = onDisk(gone, [], [labels]);
    assert.deepEqual(affected(after, [labels], [root]), [
      'absolute.rst',
      'labels.rst',
      'page.rst',
      'place.rst',
      'uses-one.rst',
      'uses-two.rst',
    ]);
  });

  it('is who could not be judged before a folder was listed, however the folder is written', () => {
    const files = '//- /sub/a.rst\n:doc:`../gone`\n//- /sub/b.rst\n:doc:`/gone`\n//- /sub/c.rst\n:doc:`a`\n';
    const listed = snapshotOf(files);
    const from = { ...listed, files: listed.files.with(new Map([[root, undefined]])) };
    assert.deepEqual(affected(listed, [], [root], from), ['sub/a.rst', 'sub/b.rst']);
    assert.equal(findings(from, `${root}/sub/a.rst`).length, 0);
    assert.equal(findings(listed, `${root}/sub/a.rst`).length, 1);
  });

  it('is who starts at the source root, when that moves', () => {
    const after = onDisk(before, [`${root}/conf.py`]);
    assert.deepEqual(affected(after, [], [root]), ['absolute.rst']);
  });
});
