import assert from 'node:assert/strict';
import { harness, indexed, note, scanned, titles } from '../support/workspaceHarness.ts';

describe('open notes', () => {
  it('replace the disk copy until they are closed', async () => {
    const made = await scanned({ '/w/a.rst': note('Disk') });
    made.workspace.open('/w/a.rst', note('Buffer'));
    assert.deepEqual(titles(made, '/w/a.rst'), ['Buffer']);
    made.workspace.change('/w/a.rst', note('Typed'));
    assert.deepEqual(titles(made, '/w/a.rst'), ['Typed']);
    made.workspace.close('/w/a.rst');
    await made.workspace.whenSettled();
    assert.deepEqual(titles(made, '/w/a.rst'), ['Disk']);
  });

  it('are not parsed again where the disk has the same text', async () => {
    const made = await scanned({ '/w/a.rst': note('Same') });
    const entry = made.workspace.snapshot.notes.get('/w/a.rst');
    made.workspace.open('/w/a.rst', note('Same'));
    assert.equal(made.workspace.snapshot.notes.get('/w/a.rst'), entry);
    made.workspace.close('/w/a.rst');
    await made.workspace.whenSettled();
    assert.equal(made.workspace.snapshot.notes.get('/w/a.rst'), entry);
    assert.deepEqual(made.changes, []);
  });

  it('are kept as parsed when they were saved before they are closed', async () => {
    const made = await scanned({ '/w/a.rst': note('Old') });
    made.workspace.open('/w/a.rst', note('New'));
    const entry = made.workspace.entry('/w/a.rst');
    made.files.write('/w/a.rst', note('New'));
    made.workspace.close('/w/a.rst');
    await made.workspace.whenSettled();
    assert.equal(made.workspace.snapshot.notes.get('/w/a.rst'), entry);
  });

  it('tell of a burst of edits once', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.workspace.open('/w/a.rst', note('A'));
    for (let at = 0; at < 20; at++) {
      made.workspace.change('/w/a.rst', note(`A${at}`));
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(made.changes.length, 1);
    assert.deepEqual(titles(made, '/w/a.rst'), ['A19']);
  });

  it('stay as they are when their file changes or goes', async () => {
    const made = await scanned({ '/w/a.rst': note('Disk') });
    made.workspace.open('/w/a.rst', note('Buffer'));
    made.files.write('/w/a.rst', note('Changed'));
    made.workspace.filesChanged([{ path: '/w/a.rst', type: 'changed' }]);
    await made.workspace.whenSettled();
    assert.deepEqual(titles(made, '/w/a.rst'), ['Buffer']);
    assert.deepEqual(made.files.reads, []);
    made.files.remove('/w/a.rst');
    made.workspace.filesChanged([{ path: '/w/a.rst', type: 'deleted' }]);
    await made.workspace.whenSettled();
    assert.deepEqual(titles(made, '/w/a.rst'), ['Buffer']);
    made.workspace.close('/w/a.rst');
    await made.workspace.whenSettled();
    assert.deepEqual(indexed(made), []);
  });

  it('are in the index before they are saved for the first time', async () => {
    const made = await scanned({});
    made.workspace.open('/w/new.rst', note('New'));
    assert.deepEqual(indexed(made), ['/w/new.rst']);
    made.workspace.close('/w/new.rst');
    await made.workspace.whenSettled();
    assert.deepEqual(indexed(made), []);
  });

  it('that are excluded are known for their own sake only', async () => {
    const made = await scanned({ '/w/_build/a.rst': note('Built'), '/w/b.rst': note('B') });
    made.workspace.open('/w/_build/a.rst', note('Built', '.. _label:'));
    assert.deepEqual(indexed(made), ['/w/b.rst']);
    assert.equal(made.workspace.entry('/w/_build/a.rst')?.note.headings[0]?.title, 'Built');
    assert.ok(made.workspace.snapshotFor('/w/_build/a.rst').notes.get('/w/_build/a.rst'));
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([...(made.changes.at(-1)?.notes ?? [])], ['/w/_build/a.rst']);
  });

  it('go by the language that the editor says', async () => {
    const made = await scanned({});
    made.workspace.open('/w/a.txt', note('Text'), 'restructuredtext');
    made.workspace.open('/w/b.txt', note('Text'), 'plaintext');
    assert.equal(made.workspace.entry('/w/a.txt')?.note.headings.length, 1);
    assert.equal(made.workspace.entry('/w/b.txt'), undefined);
    assert.deepEqual(indexed(made), []);
  });

  it('are the workspace where there is no folder', async () => {
    const made = harness({ '/home/a.rst': note('A') });
    await made.configure({ roots: [] });
    made.workspace.open('/home/a.rst', note('A'));
    made.workspace.open('untitled://./Untitled-1', note('U'), 'restructuredtext');
    assert.deepEqual(indexed(made), ['/home/a.rst']);
    made.workspace.close('/home/a.rst');
    await made.workspace.whenSettled();
    assert.deepEqual(indexed(made), []);
  });

  it('have symbols before the scan has begun', () => {
    const made = harness({ '/w/a.rst': note('A') });
    made.workspace.open('/w/a.rst', note('A'));
    assert.equal(made.workspace.entry('/w/a.rst')?.note.headings[0]?.title, 'A');
    assert.equal(made.workspace.scanState.phase, 'scanning');
  });

  it('give way to .gitignore files that the scan finds', async () => {
    const made = harness({ '/w/.gitignore': 'private/\n', '/w/private/a.rst': note('A') });
    made.workspace.open('/w/private/a.rst', note('A'));
    await made.configure();
    assert.deepEqual(indexed(made), []);
  });

  it('give the text of this moment, also of closed notes', async () => {
    const made = await scanned({ '/w/a.rst': note('Disk'), '/w/b.rst': note('B') });
    made.files.write('/w/b.rst', note('Newer'));
    made.workspace.open('/w/a.rst', note('Buffer'));
    assert.equal((await made.workspace.currentText('/w/a.rst'))?.text, note('Buffer'));
    const closed = await made.workspace.currentText('/w/b.rst');
    assert.equal(closed?.text, note('Newer'));
    assert.equal(closed?.entry.note.headings[0]?.title, 'Newer');
    assert.equal(await made.workspace.currentText('/w/none.rst'), undefined);
  });
});
