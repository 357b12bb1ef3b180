import assert from 'node:assert/strict';
import { FolderFacts } from '../../../server/src/core/index/folderFacts.ts';
import { resolve, wantedFolders } from '../../../server/src/core/index/resolve.ts';
import { sourceRoot } from '../../../server/src/core/index/sourceRoot.ts';
import { root, snapshotOf } from '../../support/workspace.ts';

/** Where each link of the note at `path` leads. */
function leads(fixture: string, path = `${root}/note.rst`): unknown[] {
  const snapshot = snapshotOf(fixture);
  return snapshot.notes.get(path)!.note.links.map(({ target }) => resolve(snapshot, path, target));
}

describe('resolve', () => {
  it('follows names to where they lead in the end', () => {
    assert.deepEqual(leads('a_ `t`_\n\n.. _a: b_\n.. _b: http://x.org\n\nT\n=\n'), [
      { type: 'url', url: 'http://x.org' },
      { type: 'anchor', path: `${root}/note.rst`, span: { start: 40, end: 41 } },
    ]);
  });

  it('leads to a note, a file, and a folder', () => {
    const fixture = ':doc:`b` :download:`c.pdf` `d <sub/>`_\n//- /b.rst\n//- /c.pdf\n//- /sub/x.rst\n';
    assert.deepEqual(leads(fixture), [
      { type: 'note', path: `${root}/b.rst` },
      { type: 'file', path: `${root}/c.pdf` },
      { type: 'file', path: `${root}/sub` },
    ]);
  });

  it('leads to a note in wrong case all the same', () => {
    assert.deepEqual(leads(':doc:`B`\n//- /b.rst\n'), [{ type: 'case-mismatch', path: `${root}/b.rst` }]);
  });

  it('sees at once that a note came, went, or came on disk', () => {
    const path = `${root}/note.rst`;
    const target = { type: 'path', path: 'b', to: 'note' } as const;
    const without = snapshotOf(':doc:`b`\n');
    const b = snapshotOf('//- /b.rst\nB\n=\n').notes.get(`${root}/b.rst`)!;
    const unsaved = { ...without, notes: without.notes.with([{ path: b.path, entry: b }]) };
    const saved = snapshotOf(':doc:`b`\n//- /b.rst\n');
    const types = [without, unsaved, without, saved, without].map((each) => resolve(each, path, target).type);
    assert.deepEqual(types, ['missing', 'note', 'missing', 'note', 'missing']);
  });

  it('leads elsewhere from another folder', () => {
    const snapshot = snapshotOf('//- /a.rst\n:doc:`b`\n//- /b.rst\n//- /sub/a.rst\n:doc:`b`\n//- /sub/b.rst\n');
    const target = { type: 'path', path: 'b', to: 'note' } as const;
    assert.deepEqual(
      [`${root}/a.rst`, `${root}/sub/a.rst`].map((from) => resolve(snapshot, from, target)),
      [
        { type: 'note', path: `${root}/b.rst` },
        { type: 'note', path: `${root}/sub/b.rst` },
      ],
    );
  });

  it('leads to a label in another note', () => {
    assert.deepEqual(leads(':ref:`x`\n//- /b.rst\n.. _x:\n\nB\n=\n'), [
      { type: 'anchor', path: `${root}/b.rst`, span: { start: 0, end: 6 } },
    ]);
  });

  it('leads to a term in a glossary, and nowhere where none has it', () => {
    assert.deepEqual(leads(':term:`X` :term:`y`\n//- /b.rst\n.. glossary::\n\n   x\n     text\n'), [
      { type: 'anchor', path: `${root}/b.rst`, span: { start: 18, end: 19 } },
      { type: 'opaque' },
    ]);
  });

  it('does not follow what it does not know', () => {
    assert.deepEqual(leads(':pep-like:`8` :ref:`search`\n'), [{ type: 'opaque' }, { type: 'opaque' }]);
  });
});

describe('wantedFolders', () => {
  const path = `${root}/sub/a.rst`;
  const full = snapshotOf('//- /sub/a.rst\n:doc:`b` :doc:`../x/c` :doc:`../../out/d`\n//- /x/y.rst\n');

  it('are those that a certain answer needs, outside of the workspace too', () => {
    assert.deepEqual(wantedFolders({ ...full, files: FolderFacts.empty }, path), [`${root}/sub`, `${root}/x`, '/out']);
    assert.deepEqual(wantedFolders(full, path), ['/out']);
  });

  it('are none once all are listed', () => {
    const files = full.files.with(new Map([['/out', 'missing' as const]]));
    assert.deepEqual(wantedFolders({ ...full, files }, path), []);
  });

  it('are those on the way to the source root for a path that starts there', () => {
    const snapshot = { ...snapshotOf('//- /sub/a.rst\n:doc:`/b`\n'), files: FolderFacts.empty };
    assert.deepEqual(wantedFolders(snapshot, path), [`${root}/sub`]);
  });
});

describe('sourceRoot', () => {
  for (const [name, files, expected] of [
    ['the nearest folder with conf.py', ['/conf.py', '/doc/conf.py', '/index.rst'], '/doc'],
    ['the highest index.rst', ['/doc/index.rst', '/doc/sub/index.rst'], '/doc'],
    ['the workspace folder', ['/doc/other.rst'], ''],
  ] as const) {
    it(`is ${name}`, () => {
      const fixture = [...files, '/doc/sub/a.rst'].map((file) => `//- ${file}\n`).join('');
      assert.equal(sourceRoot(snapshotOf(fixture), `${root}/doc/sub/a.rst`), root + expected);
    });
  }

  it('is the note’s own folder outside of the workspace', () => {
    assert.equal(sourceRoot(snapshotOf(''), '/elsewhere/a.rst'), '/elsewhere');
  });
});
