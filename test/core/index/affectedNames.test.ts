import assert from 'node:assert/strict';
import { affectedNotes } from '../../../server/src/core/index/affected.ts';
import type { Snapshot } from '../../../server/src/core/index/snapshot.ts';
import type { NotePath } from '../../../server/src/core/text/path.ts';
import { findings } from '../../../server/src/features/findings.ts';
import { edited, listingsOf, root, snapshotOf } from '../../support/workspace.ts';

const fixture = `
  //- /deep/target.md
  ---
  aliases: [Old Name]
  ---
  # Some Title

  ## Place
  //- /by-file.md
  [[target]]
  //- /by-title.md
  [[some title]]
  //- /by-alias.md
  [[Old Name]]
  //- /by-place.md
  [[target#Place]]
  //- /by-title-and-place.md
  [[Some Title#Place]]
  //- /misses.md
  [[new]] ![[new.png]]
  //- /rst.rst
  \`a <deep/target.md#place>\`_
  //- /unrelated.md
  [[by-file]] and words
`;

const before = snapshotOf(fixture);
const target = `${root}/deep/target.md`;
const front = '---\naliases: [Old Name]\n---\n';

function affected(after: Snapshot, notes: readonly NotePath[], folders: readonly NotePath[] = []): string[] {
  const found = affectedNotes(before, after, notes, folders);
  for (const { path } of after.notes.entries()) {
    if (!found.has(path)) {
      assert.deepEqual(findings(after, path), findings(before, path), path);
    }
  }
  return [...found].map((path) => path.slice(root.length + 1)).toSorted();
}

function onDisk(snapshot: Snapshot, ...more: readonly NotePath[]): Snapshot {
  const paths = [...before.notes.entries()].map(({ path }) => path);
  return { ...snapshot, files: snapshot.files.with(listingsOf([...paths, ...more])) };
}

describe('affectedNotes, of wiki links', () => {
  it('is only the note itself for an edit in prose', () => {
    const after = edited(before, target, `${front}# Some Title\n\nProse.\n\n## Place\n`);
    assert.deepEqual(affected(after, [target]), ['deep/target.md']);
  });

  it('is who asks for a title that changes', () => {
    const after = edited(before, target, `${front}# Other Title\n\n## Place\n`);
    assert.deepEqual(affected(after, [target]), [
      'by-place.md',
      'by-title-and-place.md',
      'by-title.md',
      'deep/target.md',
      'rst.rst',
    ]);
  });

  it('is who asks for an alias that goes', () => {
    const after = edited(before, target, '# Some Title\n\n## Place\n');
    assert.deepEqual(affected(after, [target]), ['by-alias.md', 'deep/target.md']);
  });

  it('is who asks for a place, when places change', () => {
    const after = edited(before, target, `${front}# Some Title\n\n## Plaice\n`);
    assert.deepEqual(affected(after, [target]), ['by-place.md', 'by-title-and-place.md', 'deep/target.md', 'rst.rst']);
  });

  it('is whoever asks for the note, when it goes', () => {
    const after = { ...before, notes: before.notes.with([{ path: target, entry: undefined }]) };
    assert.deepEqual(affected(after, [target]), [
      'by-alias.md',
      'by-file.md',
      'by-place.md',
      'by-title-and-place.md',
      'by-title.md',
      'deep/target.md',
      'rst.rst',
    ]);
  });

  it('is who asks for a name that a second note gets', () => {
    const second = `${root}/other/second.md`;
    const after = onDisk(edited(before, second, '# Some Title\n'), second);
    assert.deepEqual(affected(after, [second], [root, `${root}/other`]), [
      'by-title-and-place.md',
      'by-title.md',
      'other/second.md',
    ]);
  });

  it('is who missed a note or a file that comes, in whatever folder', () => {
    const path = `${root}/far/new.md`;
    assert.deepEqual(affected(onDisk(edited(before, path, ''), path), [path], [root, `${root}/far`]), [
      'far/new.md',
      'misses.md',
    ]);
    const image = onDisk(before, `${root}/far/new.png`);
    assert.deepEqual(affected(image, [], [root, `${root}/far`]), ['misses.md']);
  });
});
