import assert from 'node:assert/strict';
import type { FileEvent } from '../../server/src/workspace/eventBurst.ts';
import { type Harness, indexed, note, scanned, titles } from '../support/workspaceHarness.ts';

/** Reports events, lets the burst end, and waits until they are worked off. */
async function happened({ workspace, clock }: Harness, ...events: [FileEvent['type'], string][]): Promise<void> {
  workspace.filesChanged(events.map(([type, path]) => ({ type, path })));
  clock.advance(100);
  await workspace.whenSettled();
}

describe('file events', () => {
  it('bring notes, change them and take them away', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.files.write('/w/b.rst', note('B'));
    await happened(made, ['created', '/w/b.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b.rst']);
    made.files.write('/w/a.rst', note('Changed'));
    await happened(made, ['changed', '/w/a.rst']);
    assert.deepEqual(titles(made, '/w/a.rst'), ['Changed']);
    made.files.remove('/w/b.rst');
    await happened(made, ['deleted', '/w/b.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
  });

  it('are one batch of bounded reads when a branch is switched', async () => {
    const names = Array.from({ length: 500 }, (_, at) => `/w/d${at % 10}/${at}.rst`);
    const made = await scanned(Object.fromEntries(names.map((name) => [name, note('Old')])));
    for (const name of names) {
      made.files.write(name, note('New'));
    }
    const { workspace, clock } = made;
    for (let at = 0; at < 500; at += 50) {
      workspace.filesChanged(names.slice(at, at + 50).map((path) => ({ path, type: 'changed' })));
      clock.advance(20);
    }
    assert.deepEqual(made.files.reads, []);
    clock.advance(100);
    await workspace.whenSettled();
    assert.equal(made.changes.length, 1);
    assert.equal(made.changes[0]?.notes.size, 500);
    assert.equal(made.files.reads.length, 500);
    assert.deepEqual(made.files.listings, []);
  });

  it('do not wait for ever while they go on', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    for (let at = 0; at < 30; at++) {
      made.files.write('/w/a.rst', note(`A${at}`));
      made.workspace.filesChanged([{ path: '/w/a.rst', type: 'changed' }]);
      made.clock.advance(50);
    }
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(made.files.reads.length, 1);
    await made.workspace.whenSettled();
    assert.deepEqual(titles(made, '/w/a.rst'), ['A29']);
  });

  it('list a folder once for all that was created in it', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    const names = ['b', 'c', 'd'].map((name) => `/w/${name}.rst`);
    for (const name of names) {
      made.files.write(name, note('N'));
    }
    await happened(made, ...names.map((name): [FileEvent['type'], string] => ['created', name]));
    assert.deepEqual(made.files.listings, ['/w']);
    assert.deepEqual(made.files.reads, names);
  });

  it('say nothing where nothing changed', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    const entry = made.workspace.snapshot.notes.get('/w/a.rst');
    await happened(made, ['changed', '/w/a.rst'], ['created', '/w/a.rst']);
    assert.deepEqual(made.changes, []);
    assert.equal(made.workspace.snapshot.notes.get('/w/a.rst'), entry);
  });

  it('follow a folder that is created with all in it', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.files.write('/w/new/deep/b.rst', note('B'));
    made.files.write('/w/new/c.rst', note('C'));
    await happened(made, ['created', '/w/new']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/new/c.rst', '/w/new/deep/b.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/new/deep').state, 'folder');
  });

  it('follow the workspace folder itself: it appears, is reported once more, and goes', async () => {
    const made = await scanned({ '/else/a.rst': note('E') });
    made.files.write('/w/a.rst', note('A'));
    made.files.write('/w/b/c.rst', note('C'));
    await happened(made, ['created', '/w']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst']);
    for (const type of ['changed', 'created'] as const) {
      await happened(made, [type, '/w']);
      assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst'], type);
    }
    made.files.remove('/w');
    await happened(made, ['deleted', '/w']);
    assert.deepEqual(indexed(made), []);
    assert.equal(made.workspace.snapshot.files.lookup('/w/b').state, 'missing');
  });

  it('find a whole new folder from an event deep inside of it', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.files.write('/w/new/deep/b.rst', note('B'));
    made.files.write('/w/new/c.rst', note('C'));
    await happened(made, ['created', '/w/new/deep/b.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/new/c.rst', '/w/new/deep/b.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/new').state, 'folder');
  });

  it('take a folder away with all in it', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b/c/d.rst': note('D'), '/w/b/e.rst': note('E') });
    made.files.remove('/w/b');
    await happened(made, ['deleted', '/w/b']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/b/c/d.rst').state, 'missing');
  });

  it('notice that a folder went from the deletion of its last file', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b/c.rst': note('C'), '/w/b/d.rst': note('D') });
    made.files.remove('/w/b');
    await happened(made, ['deleted', '/w/b/c.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/b').state, 'missing');
  });

  it('follow the renaming of a folder', async () => {
    const made = await scanned({ '/w/old/a.rst': note('A'), '/w/old/sub/b.rst': note('B') });
    made.files.rename('/w/old', '/w/new');
    await happened(made, ['deleted', '/w/old'], ['created', '/w/new']);
    assert.deepEqual(indexed(made), ['/w/new/a.rst', '/w/new/sub/b.rst']);
    assert.equal(made.changes.length, 1);
  });

  it('follow a renaming in which only capitals change', async () => {
    const made = await scanned({ '/w/Talk.rst': note('T') });
    made.files.rename('/w/Talk.rst', '/w/talk.rst');
    await happened(made, ['deleted', '/w/Talk.rst'], ['created', '/w/talk.rst']);
    assert.deepEqual(indexed(made), ['/w/talk.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/Talk.rst').state, 'case-mismatch');
  });

  it('drop what vanished from a folder that was replaced', async () => {
    const made = await scanned({ '/w/b/old.rst': note('Old') });
    made.files.remove('/w/b');
    made.files.write('/w/b/new.rst', note('New'));
    await happened(made, ['deleted', '/w/b'], ['created', '/w/b']);
    assert.deepEqual(indexed(made), ['/w/b/new.rst']);
  });

  it('go by the same rule as the scan', async () => {
    const made = await scanned(
      { '/w/.gitignore': 'ignored/\n*.tmp.rst\n', '/w/a.rst': note('A') },
      { globs: ['**/drafts'] },
    );
    const out = ['/w/ignored/a.rst', '/w/b.tmp.rst', '/w/drafts/a.rst', '/w/node_modules/x/a.rst', '/w/_build/a.rst'];
    for (const path of out) {
      made.files.write(path, note('Out'));
    }
    await happened(made, ...out.map((path): [FileEvent['type'], string] => ['created', path]));
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.deepEqual(
      made.files.reads.filter((path) => path.endsWith('.rst')),
      [],
    );
  });

  it('read the rules anew when a .gitignore changes', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b/c.rst': note('C') });
    made.files.write('/w/b/.gitignore', 'c.rst\n');
    await happened(made, ['created', '/w/b/.gitignore']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    made.files.remove('/w/b/.gitignore');
    await happened(made, ['deleted', '/w/b/.gitignore']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst']);
  });

  it('read the rules anew when a folder gets the mark of a generated one, and when it loses it', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b/c.rst': note('C') });
    made.files.write('/w/b/CACHEDIR.TAG', '');
    await happened(made, ['created', '/w/b/CACHEDIR.TAG']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    made.files.remove('/w/b/CACHEDIR.TAG');
    await happened(made, ['deleted', '/w/b/CACHEDIR.TAG']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst']);
  });

  it('do not mind the rules of folders that are excluded', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/node_modules/x/b.rst': note('B') });
    made.files.write('/w/node_modules/x/.gitignore', '*\n');
    await happened(made, ['created', '/w/node_modules/x/.gitignore']);
    assert.deepEqual(made.files.listings, []);
    assert.deepEqual(made.files.reads, []);
  });

  it('read a folder anew that took the place of a generated one', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b/CACHEDIR.TAG': '', '/w/b/c.rst': note('Old') });
    made.files.remove('/w/b');
    made.files.write('/w/b/c.rst', note('New'));
    await happened(made, ['deleted', '/w/b'], ['created', '/w/b']);
    assert.deepEqual(titles(made, '/w/b/c.rst'), ['New']);
  });

  it('read a folder anew that took the place of one in which something had happened before', async () => {
    const made = await scanned({ '/w/b/c.rst': note('Old'), '/w/b/d/e.rst': note('E') });
    made.files.remove('/w/b');
    made.files.write('/w/b/c.rst', note('New'));
    await happened(made, ['created', '/w/b/d'], ['deleted', '/w/b'], ['created', '/w/b']);
    assert.deepEqual(indexed(made), ['/w/b/c.rst']);
    assert.deepEqual(titles(made, '/w/b/c.rst'), ['New']);
    assert.equal(made.workspace.snapshot.files.lookup('/w/b/d').state, 'missing');
  });

  it('take an open note out of the index whose new folder excludes it', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.workspace.open('/w/b/c.rst', note('C'));
    made.workspace.flush();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst']);
    made.files.write('/w/b/CACHEDIR.TAG', '');
    await happened(made, ['created', '/w/b']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
  });

  it('take an open note in whose folder went with the mark that excluded it', async () => {
    const made = await scanned({ '/w/a/CACHEDIR.TAG': '' });
    made.workspace.open('/w/a/b/c.rst', note('C'));
    made.files.remove('/w');
    made.files.write('/w/d.rst', note('D'));
    await happened(made, ['created', '/w']);
    assert.deepEqual(indexed(made), ['/w/a/b/c.rst', '/w/d.rst']);
  });

  it('tell of files that are no notes by their folder only', async () => {
    const made = await scanned({ '/w/a.rst': note('A') });
    made.files.write('/w/logo.png', 'x');
    await happened(made, ['created', '/w/logo.png']);
    assert.deepEqual(made.files.reads, []);
    assert.equal(made.workspace.snapshot.files.lookup('/w/logo.png').state, 'file');
    assert.deepEqual([...(made.changes[0]?.folders ?? [])], ['/w']);
  });

  it('ignore what lies outside of the workspace', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/other/b.rst': note('B') });
    await happened(made, ['created', '/other/b.rst'], ['changed', '/'], ['deleted', '/nowhere/x']);
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.deepEqual(made.files.reads, []);
  });

  it('survive a file that vanishes again at once, and a folder in place of a note', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/b.rst': note('B') });
    made.files.remove('/w/a.rst');
    made.files.write('/w/a.rst/inside.rst', note('Inside'));
    await happened(made, ['created', '/w/ghost.rst'], ['created', '/w/a.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst/inside.rst', '/w/b.rst']);
    made.files.remove('/w/a.rst');
    made.files.write('/w/a.rst', note('File again'));
    await happened(made, ['created', '/w/a.rst']);
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b.rst']);
  });
});

describe('folders that links lead to', () => {
  it('are listed until all is certain, each once', async () => {
    const made = await scanned({
      '/w/a.rst': note('A', '.. image:: /../out/pic.png\n\n.. image:: ../out/pic.png\n\n.. image:: ../none/x.png'),
      '/out/pic.png': 'x',
    });
    await made.workspace.makeCertain(['/w/a.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/out/pic.png').state, 'file');
    assert.equal(made.workspace.snapshot.files.lookup('/none/x.png').state, 'missing');
    assert.equal(new Set(made.files.listings).size, made.files.listings.length);
    made.files.forgetCalls();
    await made.workspace.makeCertain(['/w/a.rst']);
    assert.deepEqual(made.files.listings, []);
  });

  it('that cannot be listed are asked for once', async () => {
    const made = await scanned({ '/w/a.rst': note('A', '.. image:: ../out/pic.png'), '/out/pic.png': 'x' });
    made.files.forbidden.add('/out');
    await made.workspace.makeCertain(['/w/a.rst']);
    await made.workspace.makeCertain(['/w/a.rst']);
    assert.equal(made.files.listings.filter((path) => path === '/out').length, 1);
  });

  it('outside of the workspace are looked at again when asked to', async () => {
    const made = await scanned({ '/w/a.rst': note('A', '.. image:: ../out/pic.png'), '/out/other.png': 'x' });
    await made.workspace.makeCertain(['/w/a.rst']);
    assert.equal(made.workspace.snapshot.files.lookup('/out/pic.png').state, 'missing');
    made.files.write('/out/pic.png', 'x');
    await made.workspace.refreshOutside();
    assert.equal(made.workspace.snapshot.files.lookup('/out/pic.png').state, 'file');
  });
});
