import assert from 'node:assert/strict';
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import { todoCounts } from '../../server/src/features/todos/todoCounts.ts';
import type { TodosOptions } from '../../server/src/features/todos/todosOptions.ts';
import { todosTree } from '../../server/src/features/todosTree.ts';
import { edited, root, snapshotOf } from '../support/workspace.ts';

const today = '2026-11-23';
const open: TodosOptions = { showDone: false, today, groupBy: 'note', sortBy: 'position' };
const withDone: TodosOptions = { ...open, showDone: true };

const text = `Event
*****

- [ ] before any talk

Talk
====

@ada

- [x] over
- [x] parent of one that is open

  - [ ] child

- [ ] twin
- [ ] twin

Part
----

TODO: look this up

Other
=====

- [x] done
`;
const path = `${root}/event.rst`;
const snapshot = snapshotOf([
  { path, text },
  { path: `${root}/done.rst`, text: 'Done\n****\n\n- [x] all\n' },
  { path: `${root}/none.rst`, text: 'None\n****\n\nI have nothing to do.\n' },
]);

/** The whole tree, a row a line. */
function tree(from: Snapshot, showDone: boolean, parent?: string, indent = ''): string[] {
  return todosTree(from, { ...open, showDone }, parent).flatMap((row) => {
    const below = row.hasChildren ? tree(from, showDone, row.id, `${indent}  `) : [];
    assert.equal(row.hasChildren, below.length > 0, row.label);
    assert.equal(row.parent, parent);
    assert.equal(row.todo !== undefined, row.kind === 'todo');
    const box = row.todo === undefined ? row.kind : row.todo.done ? '[x]' : '[ ]';
    return [`${indent}${box} ${row.label}${row.description === undefined ? '' : ` (${row.description})`}`, ...below];
  });
}

function ids(from: Snapshot, parent?: string): string[] {
  return todosTree(from, withDone, parent).flatMap((row) => [row.id, ...ids(from, row.id)]);
}

describe('todosTree', () => {
  it('groups open to-dos by note, talk and section, and nests them', () => {
    assert.deepEqual(tree(snapshot, false), [
      'note Event (5 open)',
      '  [ ] before any talk',
      '  section Talk (4 open · @ada)',
      '    [x] parent of one that is open',
      '      [ ] child',
      '    [ ] twin',
      '    [ ] twin',
      '    section Part (1 open)',
      '      [ ] look this up',
    ]);
  });

  it('keeps the to-dos of a first section apart where front matter names the note', () => {
    const note = '---\ntitle: Data Days\n---\n\n- [ ] before\n\n## Talk\n\n- [ ] inside\n';
    const from = snapshotOf([{ path: `${root}/a.md`, text: note }]);
    const labels = (parent?: string, indent = ''): string[] =>
      todosTree(from, open, parent).flatMap((row) => [indent + row.label, ...labels(row.id, `${indent}  `)]);
    assert.deepEqual(labels(), ['Data Days', '  before', '  Talk', '    inside']);
  });
  it('shows those that are done when asked to', () => {
    assert.deepEqual(tree(snapshot, true), [
      'note Done (all done)',
      '  [x] all',
      'note Event (5 open)',
      '  [ ] before any talk',
      '  section Talk (4 open · @ada)',
      '    [x] over',
      '    [x] parent of one that is open',
      '      [ ] child',
      '    [ ] twin',
      '    [ ] twin',
      '    section Part (1 open)',
      '      [ ] look this up',
      '  section Other (all done)',
      '    [x] done',
    ]);
  });

  it('counts what is open everywhere', () => {
    assert.equal(todoCounts(snapshot, today).open, 5);
  });

  it('has ids that differ, twins included, and that edits elsewhere leave alone', () => {
    const all = ids(snapshot);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(ids(edited(snapshot, path, text.replace('@ada', '@ada\n\nA new line.\n'))), all);
    assert.deepEqual(ids(edited(snapshot, path, text.replace('[ ] child', '[x] child'))), all);
  });

  it('says where each to-do stands and how it reads', () => {
    const [note] = todosTree(snapshot, open);
    const [first] = todosTree(snapshot, open, note!.id);
    assert.deepEqual(first!.todo, {
      path,
      id: first!.id,
      line: 3,
      text: 'before any talk',
      done: false,
      state: 'open',
    });
  });

  it('has nothing below a row that is gone', () => {
    const [note] = todosTree(snapshot, open);
    const gone = { ...snapshot, notes: snapshot.notes.with([{ path, entry: undefined }]) };
    assert.deepEqual(todosTree(gone, open, note!.id), []);
    assert.deepEqual(todosTree(snapshot, open, '{"not": "an id"}'), []);
  });

  it('takes a note of many to-dos in its stride', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `- [ ] task ${at}\n`).join('');
    const large = snapshotOf([{ path, text: `Event\n*****\n\n${many}` }]);
    const [note] = todosTree(large, open);
    const start = performance.now();
    assert.equal(todosTree(large, open, note!.id).length, 10_000);
    assert.ok(performance.now() - start < 1000);
  });
});
