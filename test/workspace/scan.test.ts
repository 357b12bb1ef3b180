import assert from 'node:assert/strict';
import { harness, indexed, note, scanned, titles } from '../support/workspaceHarness.ts';

describe('scan', () => {
  it('finds all notes, and reads nothing else', async () => {
    const made = harness({
      '/w/a.rst': note('A'),
      '/w/b/c.rest': note('C'),
      '/w/b/x.png': 'x',
      '/other/d.rst': note('D'),
    });
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rest']);
    assert.deepEqual(made.files.reads, ['/w/a.rst', '/w/b/c.rest']);
    assert.deepEqual(made.files.listings, ['/w', '/w/b']);
    assert.deepEqual(made.states.at(-1), { phase: 'ready', notes: 2 });
  });

  it('tells of one batch', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/w/b.rst': note('B') });
    await made.configure();
    assert.equal(made.changes.length, 1);
    assert.deepEqual([...(made.changes[0]?.notes ?? [])], ['/w/a.rst', '/w/b.rst']);
    assert.deepEqual([...(made.changes[0]?.folders ?? [])], ['/w']);
  });

  it('knows every folder in its exact case afterwards', async () => {
    const { workspace } = await scanned({ '/w/Img/Logo.png': 'x' });
    assert.equal(workspace.snapshot.files.lookup('/w/Img/Logo.png').state, 'file');
    assert.equal(workspace.snapshot.files.lookup('/w/img/logo.png').state, 'case-mismatch');
    assert.equal(workspace.snapshot.files.lookup('/w/Img/other.png').state, 'missing');
  });

  it('does not read a folder that only looks like a note', async () => {
    const made = await scanned({ '/w/x.rst/inside.rst': note('Inside') });
    assert.deepEqual(indexed(made), ['/w/x.rst/inside.rst']);
    assert.deepEqual(made.logged, []);
  });

  it('ends in spite of links that lead in circles, and skips dangling ones', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/w/b/c.rst': note('C') });
    made.files.link('/w/b/loop', '/w');
    made.files.link('/w/gone.rst', '/nowhere.rst');
    made.files.link('/w/again.rst', '/w/a.rst');
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/b/c.rst']);
  });

  it('reads a linked note once, and one that lies elsewhere all the same', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/else/b.rst': note('B'), '/w/_build/c.rst': note('C') });
    made.files.link('/w/links/a.rst', '/w/a.rst');
    made.files.link('/w/links/b.rst', '/else/b.rst');
    made.files.link('/w/links/c.rst', '/w/_build/c.rst');
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/links/b.rst', '/w/links/c.rst']);
  });

  it('reads a linked note once where the workspace folder itself is reached through a link', async () => {
    const made = harness({ '/real/notes/a.rst': note('A'), '/else/b.rst': note('B') });
    made.files.link('/w', '/real/notes');
    made.files.link('/real/notes/links/a.rst', '/real/notes/a.rst');
    made.files.link('/real/notes/links/b.rst', '/else/b.rst');
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/links/b.rst']);
  });

  it('skips what may not be read, says so once, and goes on', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/w/b.rst': note('B'), '/w/c/d.rst': note('D') });
    made.files.forbidden.add('/w/a.rst').add('/w/c');
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/b.rst']);
    assert.deepEqual(made.notices, ['a.rst could not be read.']);
    assert.match(made.logged.join('\n'), /\/w\/c cannot be listed/);
    await made.configure();
    assert.equal(made.notices.length, 1);
  });

  it('takes a file that vanishes while it is read as gone', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/w/b.rst': note('B') });
    made.files.beforeRead = (path) => path === '/w/a.rst' && made.files.remove(path);
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/b.rst']);
    assert.deepEqual(made.notices, []);
  });

  it('reads invalid UTF-8 as Latin-1 and says so in one message', async () => {
    const odd = Buffer.concat([Buffer.from('F'), Buffer.of(0xfc), Buffer.from('r\n===\n')]);
    const made = harness(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`/w/${name}/index.rst`, odd])));
    await made.configure();
    assert.deepEqual(titles(made, '/w/a/index.rst'), ['Für']);
    assert.deepEqual(made.notices, [
      'a/index.rst, b/index.rst, c/index.rst and 2 more are not valid UTF-8 and were read as Latin-1.',
    ]);
  });

  it('skips notes that are too large and says so once', async () => {
    const made = harness({ '/w/big.rst': new Uint8Array(10 * 1024 * 1024 + 1).fill(0x61), '/w/a.rst': note('A') });
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.deepEqual(made.notices, ['big.rst is larger than 10 MB and was skipped.']);
  });

  it('stops at so many notes, with one message', async () => {
    const made = harness(Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`/w/${at}.rst`, note('N')])), 5);
    await made.configure();
    assert.equal(indexed(made).length, 5);
    assert.deepEqual(made.notices, ['There are more than 5 notes here; the others are left out.']);
    assert.equal(made.states.at(-1)?.phase, 'ready');
  });

  it('says nothing of a workspace folder that is missing, and is ready', async () => {
    const made = harness();
    await made.configure({ roots: ['/nowhere'] });
    assert.deepEqual(made.states.at(-1), { phase: 'ready', notes: 0 });
    assert.equal(made.workspace.snapshot.files.lookup('/nowhere/a.rst').state, 'missing');
  });

  it('has each note once where workspace folders lie in each other', async () => {
    const made = harness({ '/w/a.rst': note('A'), '/w/inner/b.rst': note('B') });
    await made.configure({ roots: ['/w', '/w/inner'] });
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/inner/b.rst']);
    assert.deepEqual(made.files.reads.toSorted(), ['/w/a.rst', '/w/inner/b.rst']);
    assert.deepEqual(made.files.listings.toSorted(), ['/w', '/w/inner']);
  });

  it('gives others their turn in between, and can be cancelled then', async () => {
    const made = harness(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`/w/${at}.rst`, note('N')])));
    made.clock.step = 3;
    const done = made.configure();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(made.workspace.scanState.phase, 'scanning');
    made.workspace.cancelScan();
    await done;
    assert.ok(made.clock.turns > 0);
    assert.equal(made.states.at(-1)?.phase, 'cancelled');
    assert.ok(indexed(made).length < 50);
    assert.equal(made.workspace.isComplete, false);
  });

  it('shows what it found so far', async () => {
    const made = harness(Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`/w/${at}.rst`, note('N')])));
    made.clock.step = 4;
    await made.configure();
    assert.ok(made.changes.length > 1);
    assert.equal(indexed(made).length, 200);
  });

  it('drops what newer settings exclude, and does not parse the rest again', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/w/drafts/b.rst': note('B') });
    const before = made.workspace.snapshot.notes.get('/w/a.rst');
    await made.configure({ globs: ['**/drafts'] });
    assert.deepEqual(indexed(made), ['/w/a.rst']);
    assert.equal(made.workspace.snapshot.notes.get('/w/a.rst'), before);
    assert.deepEqual([...(made.changes.at(-1)?.notes ?? [])], ['/w/drafts/b.rst']);
    await made.configure();
    assert.deepEqual(indexed(made), ['/w/a.rst', '/w/drafts/b.rst']);
  });

  it('parses all notes again when other sections hold to-dos', async () => {
    const made = await scanned({ '/w/a.rst': 'Later\n=====\n\n- buy milk\n' });
    const todos = () => made.workspace.snapshot.notes.get('/w/a.rst')?.note.todos.length;
    assert.equal(todos(), 0);
    await made.configure({ todoSections: ['Later'] });
    assert.equal(todos(), 1);
  });

  it('drops the notes of a workspace folder that goes, and finds those of one that comes', async () => {
    const made = await scanned({ '/w/a.rst': note('A'), '/v/b.rst': note('B') });
    await made.configure({ roots: ['/v'] });
    assert.deepEqual(indexed(made), ['/v/b.rst']);
    assert.deepEqual(made.workspace.snapshot.roots, ['/v']);
  });
});
