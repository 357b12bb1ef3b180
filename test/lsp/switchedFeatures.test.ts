import assert from 'node:assert/strict';
import { type ClientOptions, LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const late = ['codeLens', 'documentLink', 'documentSymbol', 'foldingRange'];
const methods = late.map((feature) => `textDocument/${feature}`);

describe('server: features that are switched on and off', () => {
  let workspace: TempWorkspace;
  let client: LspClient;

  beforeEach(() => {
    workspace = new TempWorkspace({ 'a.rst': 'A\n=\n' });
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  const start = async (options: ClientOptions) => {
    client = await LspClient.start({ folders: [workspace.uri()], ...options });
  };
  const capabilities = { textDocument: Object.fromEntries(late.map((each) => [each, { dynamicRegistration: true }])) };
  const ours = (all: readonly string[]) => all.filter((method) => methods.includes(method)).toSorted();
  const change = async (talkNotes: object) => {
    client.registrations.length = 0;
    client.unregistrations.length = 0;
    client.configuration = { talkNotes };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
  };

  it('are offered from the start to editors that cannot be told later', async () => {
    await start({});
    await client.indexReady();
    const offered = Object.keys(client.result?.capabilities ?? {});
    assert.deepEqual(
      late.filter((feature) => !offered.includes(`${feature}Provider`)),
      [],
    );
    assert.deepEqual(ours(client.registrations), []);
  });

  it('are offered to others while they are on, and withdrawn', async () => {
    await start({ capabilities });
    const offered = Object.keys(client.result?.capabilities ?? {});
    assert.deepEqual(
      late.filter((feature) => offered.includes(`${feature}Provider`)),
      [],
    );
    const on = ['textDocument/documentLink', 'textDocument/documentSymbol', 'textDocument/foldingRange'];
    await client.until(() => ours(client.registrations).length === 3, 'three features');
    assert.deepEqual(ours(client.registrations), on);

    await change({ links: { enabled: false }, outline: { enabled: false }, folding: { enabled: false } });
    await client.until(() => client.unregistrations.length === 3, 'nothing left');
    assert.deepEqual(ours(client.unregistrations), on);
    assert.deepEqual(ours(client.registrations), []);

    await change({ links: { enabled: true }, outline: { enabled: false }, folding: { enabled: false } });
    await client.until(() => ours(client.registrations).length === 1, 'links again');
    assert.deepEqual(ours(client.registrations), ['textDocument/documentLink']);
    assert.deepEqual(client.unregistrations, []);
  });

  it('are offered anew where they answer otherwise', async () => {
    await start({ capabilities, configuration: { talkNotes: { codeLens: { todos: true } } } });
    await client.until(() => ours(client.registrations).length === 4, 'four features');
    await change({ codeLens: { todos: true, references: true } });
    await client.until(() => ours(client.registrations).length === 1, 'lenses again');
    assert.deepEqual(ours(client.registrations), ['textDocument/codeLens']);
    assert.deepEqual(client.unregistrations, ['textDocument/codeLens']);
  });
});
