import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, TextDocumentEdit } from 'vscode-languageserver-protocol';
import type {
  AdjacentTalkResult,
  TalkListResult,
  TalksResult,
  TodosResult,
  ToggleTodoResult,
  TreeNode,
} from '../../server/src/lsp/protocol.ts';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const pycon = `PyCon 2024
**********

Opening
=======

@guido

- [ ] watch it
- [ ] same
- [ ] same

Closing
=======

- [x] write notes
`;

describe('server: talks and to-dos', () => {
  let workspace: TempWorkspace;
  let client: LspClient;
  let uri: string;

  beforeEach(async () => {
    workspace = new TempWorkspace({ 'talks/pycon.rst': pycon, 'plain.rst': 'Plain\n=====\n' });
    uri = workspace.uri('talks/pycon.rst');
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.indexReady();
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  /** All to-do rows, in order. */
  async function todoRows(showDone = false, parent?: string): Promise<TreeNode[]> {
    const { nodes } = await client.request<TodosResult>('talkNotes/todos', { showDone, ...(parent && { parent }) });
    const rows = await Promise.all(
      nodes.map(async (row) => [row, ...(row.hasChildren ? await todoRows(showDone, row.id) : [])]),
    );
    return rows.flat().filter((row) => row.kind === 'todo');
  }

  function toggle(params: unknown): Promise<ToggleTodoResult> {
    return client.request('talkNotes/toggleTodo', params);
  }

  it('lists events with their talks', async () => {
    const { nodes } = await client.request<TalksResult>('talkNotes/talks', {});
    const event = nodes.find(({ kind }) => kind === 'event');
    assert.equal(event?.label, 'PyCon 2024');
    const { nodes: talks } = await client.request<TalksResult>('talkNotes/talks', { parent: event?.id });
    assert.deepEqual(
      talks.map(({ label, kind, range, uri: at }) => [label, kind, range?.start.line, at]),
      [
        ['Opening', 'talk', 3, uri],
        ['Closing', 'talk', 12, uri],
      ],
    );
    assert.match(talks[0]?.description ?? '', /guido/);
    const path = await client.request<TalksResult>('talkNotes/talkPath', { uri, position: { line: 8, character: 0 } });
    assert.deepEqual([path.nodes.at(-1)?.id, path.nodes.at(-2)?.id], [talks[0]?.id, event?.id]);
  });

  it('lists all talks, and steps from one to the next', async () => {
    const { talks } = await client.request<TalkListResult>('talkNotes/talkList', {});
    assert.deepEqual(
      talks.filter(({ isTalk }) => isTalk).map(({ title, event, speakers }) => [title, event, speakers.length]),
      [
        ['Opening', 'PyCon 2024', 1],
        ['Closing', 'PyCon 2024', 0],
      ],
    );
    const step = (line: number, direction: string) =>
      client.request<AdjacentTalkResult>('talkNotes/adjacentTalk', {
        uri,
        position: { line, character: 0 },
        direction,
      });
    assert.equal((await step(4, 'next')).title, 'Closing');
    assert.equal((await step(14, 'previous')).range?.start.line, 3);
    assert.deepEqual(await step(14, 'next'), {});
  });

  it('counts and lists open to-dos, and done ones when asked to', async () => {
    const { open } = await client.request<TodosResult>('talkNotes/todos', { showDone: false });
    assert.equal(open, 3);
    assert.deepEqual(
      (await todoRows()).map(({ todo }) => todo?.text),
      ['watch it', 'same', 'same'],
    );
    assert.equal((await todoRows(true)).length, 4);
    const ids = (await todoRows(true)).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('checks a to-do of a closed file, without writing it', async () => {
    const [row] = await todoRows();
    const { changes, count, done } = await toggle({ todos: [row?.todo] });
    assert.deepEqual([count, done, changes.length], [1, true, 1]);
    assert.equal(changes[0]?.uri, uri);
    assert.equal(changes[0]?.version, null);
    assert.deepEqual(changes[0]?.expected, [{ line: 8, text: '- [ ] watch it' }]);
    assert.match(changes[0]?.edits[0]?.newText ?? '', /x/);
  });

  it('changes the clicked one of two equal lines, in the open document of this version', async () => {
    await client.open(uri, pycon, 7);
    const rows = await todoRows();
    const { changes } = await toggle({ todos: [rows[2]?.todo] });
    assert.equal(changes[0]?.version, 7);
    assert.equal(changes[0]?.edits[0]?.range.start.line, 10);
  });

  it('leaves alone what reads otherwise by now', async () => {
    const [row] = await todoRows();
    workspace.write('talks/pycon.rst', pycon.replace('watch it', 'read it'));
    const stale = await toggle({ todos: [row?.todo] });
    assert.deepEqual(stale.changes, []);
    assert.equal(typeof stale.refused, 'string');
    workspace.remove('talks/pycon.rst');
    const gone = await toggle({ todos: [row?.todo] });
    assert.deepEqual(gone.changes, []);
    assert.equal(typeof gone.refused, 'string');
  });

  it('toggles the lines of a selection', async () => {
    await client.open(uri, pycon, 1);
    const ranges = [{ start: { line: 8, character: 0 }, end: { line: 10, character: 3 } }];
    const { count, changes, done } = await toggle({ lines: { uri, ranges } });
    assert.deepEqual([count, done, changes[0]?.edits.length], [3, true, 3]);
  });

  it('offers a code action on a to-do, and nothing beside it', async () => {
    await client.open(uri, pycon, 4);
    const actions = (line: number) => {
      const at = { line, character: 2 };
      return client.ask<CodeAction[]>('codeAction', uri, {
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
    };
    const [action] = await actions(8);
    assert.equal(action?.title, 'Check off to-do');
    assert.equal(action?.kind, 'refactor.rewrite');
    const [edit] = (action?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.equal(edit?.textDocument.version, 4);
    assert.equal((await actions(15))[0]?.title, 'Uncheck to-do');
    assert.deepEqual(await actions(6), []);
  });

  it('shows a line to click on above each to-do, where a setting says so', async () => {
    assert.deepEqual(await client.ask('codeLens', uri), []);
    client.configuration = { talkNotes: { codeLens: { todos: true } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    let lenses: CodeLens[] = [];
    for (let tries = 0; tries < 100 && lenses.length === 0; tries++) {
      lenses = await client.ask('codeLens', uri);
    }
    const shown = lenses.map(
      ({ command, range }) => `${range.start.line} ${command?.title} ${command?.arguments?.[1]}`,
    );
    const lines = pycon.split('\n');
    const line = (text: string, from = 0) => lines.indexOf(text, from);
    const same = line('- [ ] same');
    assert.deepEqual(shown, [
      ...[line('- [ ] watch it'), same, line('- [ ] same', same + 1)].map(
        (at) => `${at} $(circle-large-outline) Check off ${at}`,
      ),
      `${line('- [x] write notes')} $(check) Open again ${line('- [x] write notes')}`,
    ]);
  });

  it('checks off by command in editors without our client', async () => {
    await client.open(uri, pycon, 2);
    const ranges = [{ start: { line: 8, character: 0 }, end: { line: 8, character: 0 } }];
    const command = 'talkNotes.server.toggleTodo';
    await client.request('workspace/executeCommand', { command, arguments: [{ lines: { uri, ranges } }] });
    const [edit] = client.appliedEdits as { documentChanges: TextDocumentEdit[] }[];
    assert.equal(edit?.documentChanges[0]?.textDocument.version, 2);
    await client.request('workspace/executeCommand', { command });
    assert.equal(client.appliedEdits.length, 1);
  });

  it('tells of trees that changed, and not of prose', async () => {
    await client.open(uri, pycon, 1);
    await client.until(() => client.treeChanges.length > 0, 'the news of the first scan');
    client.treeChanges.length = 0;
    await client.type(uri, 2, 7, 0, 'Some prose.\n\n');
    await client.ask('documentSymbol', uri);
    await client.replace(uri, 3, pycon.replace('[ ] watch it', '[x] watch it'));
    await client.until(() => client.treeChanges.length > 0, 'a change');
    assert.deepEqual(client.treeChanges, [{ talks: true, todos: true, annotations: false }]);
  });

  for (const [what, before, after] of [
    ['a link leads elsewhere', ':doc:`nowhere`', ':doc:`/plain`'],
    ['a target leads elsewhere', '.. _slides: http://a.org', '.. _slides: https://speakerdeck.com/a'],
  ] as const) {
    it(`tells of talks when ${what}`, async () => {
      const text = `${pycon}\nText.\n\n${before}\n`;
      await client.open(uri, text, 1);
      await client.ask('documentSymbol', uri);
      await client.until(() => client.treeChanges.length > 0, 'the news of the first scan');
      client.treeChanges.length = 0;
      await client.replace(uri, 2, text.replace(before, after));
      await client.until(() => client.treeChanges.length > 0, 'a change');
      assert.deepEqual(client.treeChanges, [{ talks: true, todos: false, annotations: false }]);
    });
  }

  it('finds no to-dos where they are switched off', async () => {
    const off = await LspClient.start({
      folders: [workspace.uri()],
      configuration: { talkNotes: { todos: { enabled: false } } },
    });
    try {
      await off.indexReady();
      assert.deepEqual(await off.request('talkNotes/todos', { showDone: true }), {
        nodes: [],
        open: 0,
        overdue: 0,
        dueToday: 0,
      });
    } finally {
      await off.stop();
    }
  });
});
