import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { type DocumentSymbol, LSPErrorCodes, type SymbolInformation } from 'vscode-languageserver-protocol';
import { LspClient, serverEnvironment } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const serverMain = join(import.meta.dirname, '../../server/src/platform/node/main.ts');

describe('server: life', () => {
  let workspace: TempWorkspace;

  beforeEach(() => {
    workspace = new TempWorkspace({ 'one/a.rst': 'A\n=\n', 'two/b.rst': 'B\n=\n', 'two/inner/c.rst': 'C\n=\n' });
  });

  afterEach(() => workspace.dispose());

  /** Runs with a client that is stopped at the end, whatever happens. */
  async function withClient(client: LspClient, test: (client: LspClient) => Promise<void>): Promise<void> {
    try {
      await test(client);
    } finally {
      await client.stop();
    }
  }

  const names = async (client: LspClient) =>
    (await client.request<SymbolInformation[]>('workspace/symbol', { query: '' })).map(({ name }) => name).sort();

  it('follows workspace folders that come and go', async () => {
    await withClient(await LspClient.start({ folders: [workspace.uri('one')] }), async (client) => {
      await client.indexReady();
      assert.deepEqual(await names(client), ['A']);
      const folder = (name: string) => ({ uri: workspace.uri(name), name });
      const change = (added: string[], removed: string[]) =>
        client.notify('workspace/didChangeWorkspaceFolders', {
          event: { added: added.map(folder), removed: removed.map(folder) },
        });
      client.treeChanges.length = 0;
      await change(['two', 'two/inner'], []);
      await client.until(() => client.treeChanges.length > 0, 'the notes of more folders');
      assert.deepEqual(await names(client), ['A', 'B', 'C']);
      client.treeChanges.length = 0;
      await change([], ['one', 'two']);
      await client.until(() => client.treeChanges.length > 0, 'fewer notes');
      assert.deepEqual(await names(client), ['C']);
    });
  });

  it('works for a single note without any folder', async () => {
    await withClient(await LspClient.start(), async (client) => {
      const uri = workspace.uri('one/a.rst');
      await client.open(uri, 'A\n=\n\n:doc:`../two/b` :doc:`gone`\n');
      await client.until(() => client.codes(uri).length === 1, 'the one missing file');
      assert.deepEqual(await names(client), ['A']);
      assert.deepEqual(await client.indexReady(), { phase: 'ready', notes: 1 });
    });
  });

  it('has symbols of the first note before anything is scanned', async () => {
    await withClient(await LspClient.start({ folders: [workspace.uri()] }), async (client) => {
      await client.open(workspace.uri('one/a.rst'), 'First\n=====\n');
      const [symbol] = await client.ask<DocumentSymbol[]>('documentSymbol', workspace.uri('one/a.rst'));
      assert.equal(symbol?.name, 'First');
    });
  });

  it('shows a closed note as it is on disk, though the buffer was another', async () => {
    await withClient(await LspClient.start({ folders: [workspace.uri()] }), async (client) => {
      await client.indexReady();
      const uri = workspace.uri('one/a.rst');
      await client.open(uri, 'Buffer\n======\n');
      assert.deepEqual(await names(client), ['B', 'Buffer', 'C']);
      client.treeChanges.length = 0;
      await client.close(uri);
      await client.until(() => client.treeChanges.length > 0, 'the disk copy');
      assert.deepEqual(await names(client), ['A', 'B', 'C']);
    });
  });

  it('takes settings from its start where the client cannot be asked', async () => {
    const client = await LspClient.start({
      folders: [workspace.uri('one')],
      capabilities: { workspace: {} },
      initializationOptions: { settings: { todos: { sections: ['Later'] } } },
    });
    await withClient(client, async () => {
      const uri = workspace.uri('one/a.rst');
      await client.open(uri, 'Later\n=====\n\n- buy milk\n');
      await client.indexReady();
      assert.equal((await client.request<{ open: number }>('talkNotes/todos', { showDone: false })).open, 1);
      const settings = { talkNotes: { todos: { sections: ['Other'] } } };
      await client.notify('workspace/didChangeConfiguration', { settings });
      await client.until(() => client.treeChanges.some(({ todos }) => todos), 'other to-dos');
      assert.equal((await client.request<{ open: number }>('talkNotes/todos', { showDone: false })).open, 0);
    });
  });

  it('asks for news of all files and of settings', async () => {
    await withClient(await LspClient.start({ folders: [workspace.uri()] }), async (client) => {
      await client.until(() => client.registrations.length === 2, 'two registrations');
      assert.deepEqual(client.registrations.toSorted(), [
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
      ]);
    });
  });

  it('shows the progress of a long scan, which can be cancelled', async () => {
    for (let at = 0; at < 4000; at++) {
      workspace.write(
        `many/${at}.rst`,
        `Note ${at}\n=========\n\n${'Words and `a reference`_ and more.\n'.repeat(400)}`,
      );
    }
    await withClient(await LspClient.start({ folders: [workspace.uri()] }), async (client) => {
      const ready = client.indexReady();
      await client.until(() => client.progress.length > 0, 'progress');
      const [{ token, value }] = client.progress as [{ token: string; value: { kind: string; cancellable: boolean } }];
      assert.deepEqual([value.kind, value.cancellable], ['begin', true]);
      const [symbol] = await (async () => {
        await client.open(workspace.uri('one/a.rst'), 'Meanwhile\n=========\n');
        return client.ask<DocumentSymbol[]>('documentSymbol', workspace.uri('one/a.rst'));
      })();
      assert.equal(symbol?.name, 'Meanwhile');
      await client.notify('window/workDoneProgress/cancel', { token });
      const { phase, notes } = await ready;
      assert.equal(phase, 'cancelled');
      assert.ok(notes < 4003);
      await client.until(() => JSON.stringify(client.progress.at(-1)).includes('"end"'), 'the end of progress');
    });
  });

  it('rejects a cancelled request, and answers others', async () => {
    await withClient(await LspClient.start({ folders: [workspace.uri()] }), async (client) => {
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('talkNotes/indexReady', {}, source.token);
      source.cancel();
      const other = client.indexReady();
      await assert.rejects(cancelled, { code: LSPErrorCodes.RequestCancelled });
      assert.equal((await other).phase, 'ready');
    });
  });

  it('ends cleanly when told to', async () => {
    const client = await LspClient.start({ folders: [workspace.uri()] });
    assert.equal(await client.stop(), 0);
  });

  it('ends within a second when its input ends', async () => {
    const client = await LspClient.start({ folders: [workspace.uri()] });
    const exit = once(client.process, 'exit');
    const since = performance.now();
    client.process.stdin?.destroy();
    await exit;
    assert.ok(performance.now() - since < 1000);
  });

  it('ends within a second when the editor is killed, though its pipes stay open', async () => {
    // The editor is a process that sleeps; the pipes are ours, so that only the watch on the process can tell.
    const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    const client = new LspClient();
    try {
      await client.request('initialize', { processId: editor.pid, rootUri: null, capabilities: {} });
      const exit = once(client.process, 'exit');
      editor.kill('SIGKILL');
      const since = performance.now();
      await exit;
      assert.ok(performance.now() - since < 1500);
    } finally {
      editor.kill('SIGKILL');
      client.process.kill();
      client.connection.dispose();
    }
  });

  it('speaks over IPC as well, and ends with its parent', async () => {
    const script = `
      const child = require('node:child_process').fork(${JSON.stringify(serverMain)}, ['--node-ipc'], { execArgv: [] });
      child.on('message', (message) => {
        if (message.id === 1) console.log(message.result.serverInfo.name);
      });
      child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    `;
    const parent = spawn(process.execPath, ['-e', script], {
      env: serverEnvironment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    assert.equal(line, 'talk-notes-server');
    const since = performance.now();
    // The server has inherited this pipe: it is closed when both are gone.
    const closed = once(parent.stdout, 'close');
    parent.kill('SIGKILL');
    await closed;
    assert.ok(performance.now() - since < 1500);
  });

  it('says its version, and how to use it', async () => {
    const run = promisify(execFile);
    const { stdout: version } = await run(process.execPath, [serverMain, '--version'], { env: serverEnvironment });
    assert.match(version, /^\d+\.\d+\.\d+\n$/);
    const { stdout: help } = await run(process.execPath, [serverMain, '--help'], { env: serverEnvironment });
    assert.match(help, /--stdio/);
    await assert.rejects(run(process.execPath, [serverMain], { env: serverEnvironment }), { code: 2 });
  });
});
