import assert from 'node:assert/strict';
import type {
  TodoEditsResult,
  TodoHighlightsResult,
  TodosResult,
  ToggleTodoResult,
} from '../../server/src/lsp/protocol.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const today = '2026-11-23';
const rst = `PyCon
*****

Opening
=======

- [ ] watch it @due(2026-11-01)

  - [ ] find the slides

- [x] thank @ada

Closing
=======
`;
const md = '# Reading\n\n## To Do\n\n- a paper 📅 2026-11-23\n';
const nothing = { changes: [], count: 0 };

describe('server: changing to-dos', () => {
  let workspace: TempWorkspace;
  let client: LspClient;
  let uri: string;

  async function start(configuration: object = {}): Promise<void> {
    client = await LspClient.start({ folders: [workspace.uri()], configuration: { talkNotes: configuration } });
    await client.indexReady();
  }

  beforeEach(() => {
    workspace = new TempWorkspace({ 'pycon.rst': rst, 'reading.md': md });
    uri = workspace.uri('pycon.rst');
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  const todo = { line: 6, text: 'watch it @due(2026-11-01)', id: '' };
  const texts = ({ changes }: TodoEditsResult) =>
    changes.map((change) => [change.uri, change.edits.map(({ newText }) => newText)]);

  it('sets fields, in the text as it is on the disk now', async () => {
    await start();
    const answer = await client.request<TodoEditsResult>('talkNotes/setTodoFields', {
      todos: [{ ...todo, uri }],
      due: '2026-12-01',
      priority: 'high',
    });
    assert.deepEqual(texts(answer), [[uri, ['@due(2026-12-01)', ' (A)']]]);
    assert.deepEqual(answer.changes[0]?.expected, [{ line: 6, text: '- [ ] watch it @due(2026-11-01)' }]);
    workspace.write('pycon.rst', rst.replace('watch', 'read'));
    const stale = await client.request<TodoEditsResult>('talkNotes/setTodoFields', {
      todos: [{ ...todo, uri }],
      due: null,
    });
    assert.deepEqual(stale.changes, []);
    assert.match(stale.refused ?? '', /has changed/);
  });

  it('moves to-dos to a place or a row, and says where they cannot go', async () => {
    await start();
    const to = { uri: workspace.uri('reading.md'), position: { line: 0, character: 0 } };
    const moved = await client.request<TodoEditsResult>('talkNotes/moveTodos', { todos: [{ ...todo, uri }], to });
    assert.deepEqual(texts(moved), [
      [uri, ['']],
      [to.uri, ['- watch it @due(2026-11-01)\n\n  - [ ] find the slides\n']],
    ]);
    const { nodes } = await client.request<TodosResult>('talkNotes/todos', { showDone: false, group: 'talk', today });
    const talk = nodes.find(({ label }) => label === 'Opening');
    const there = await client.request<TodoEditsResult>('talkNotes/moveTodos', {
      todos: [{ ...todo, uri }],
      toRow: talk?.id,
    });
    assert.match(there.refused ?? '', /already/);
    for (const toRow of ['["group","due","today"]', '["group","talk","{"]', 'no id', '["folder","/x"]']) {
      const refused = await client.request<TodoEditsResult>('talkNotes/moveTodos', {
        todos: [{ ...todo, uri }],
        toRow,
      });
      assert.deepEqual(refused.changes, [], toRow);
    }
  });

  it('adds a to-do, and puts away what is done', async () => {
    await start({ todos: { doneSection: 'Finished' } });
    const to = { uri, position: { line: 12, character: 3 } };
    const added = await client.request<TodoEditsResult>('talkNotes/addTodo', { to, text: 'go home @due(2026-12-01)' });
    assert.deepEqual(texts(added), [[uri, ['\nTo Do\n-----\n\n- go home @due(2026-12-01)\n']]]);
    const archived = await client.request<TodoEditsResult>('talkNotes/archiveDone', {});
    assert.deepEqual(texts(archived), [[uri, ['', '\nFinished\n========\n\n- [x] thank @ada\n']]]);
  });

  it('stamps what is done, and tells of what is nested and open', async () => {
    await start({ 'todos.doneStamp': true });
    const params = { todos: [{ ...todo, uri }], done: true, today };
    const answer = await client.request<ToggleTodoResult>('talkNotes/toggleTodo', params);
    assert.deepEqual(texts(answer), [[uri, ['[x]', ' @done(2026-11-23)']]]);
    assert.equal(answer.openNested, 1);
    const all = await client.request<ToggleTodoResult>('talkNotes/toggleTodo', { ...params, nested: true });
    assert.deepEqual([all.count, all.openNested], [2, 0]);
  });

  it('lists in groups, by filter, and counts what presses', async () => {
    await start();
    const params = { showDone: false, group: 'due', filter: 'in:reading', today };
    const { nodes, open, overdue, dueToday } = await client.request<TodosResult>('talkNotes/todos', params);
    assert.deepEqual([open, overdue, dueToday], [3, 1, 1]);
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['Today'],
    );
    const rows = await client.request<TodosResult>('talkNotes/todos', { ...params, parent: nodes[0]?.id });
    assert.deepEqual(
      rows.nodes.map(({ label, description, todo: found }) => [label, description, found?.due, found?.state]),
      [['a paper', 'due today · Reading', '2026-11-23', 'open']],
    );
  });

  it('says what to mark in the editor', async () => {
    await start();
    const { highlights } = await client.request<TodoHighlightsResult>('talkNotes/todoHighlights', { uri, today });
    assert.deepEqual(highlights, [
      { kind: 'overdue', range: { start: { line: 6, character: 15 }, end: { line: 6, character: 31 } } },
    ]);
  });

  it('does nothing where to-dos are switched off', async () => {
    await start({ todos: { enabled: false } });
    for (const [method, params] of [
      ['setTodoFields', { todos: [{ ...todo, uri }], due: null }],
      ['moveTodos', { todos: [{ ...todo, uri }] }],
      ['addTodo', { to: { uri, position: { line: 0, character: 0 } }, text: 'x' }],
      ['archiveDone', {}],
    ] as const) {
      assert.deepEqual(await client.request(`talkNotes/${method}`, params), nothing);
    }
    assert.deepEqual(await client.request('talkNotes/todoHighlights', { uri, today }), { highlights: [] });
  });
});
