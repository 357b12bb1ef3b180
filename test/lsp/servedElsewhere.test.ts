/** What the editor shows of its own is left to it: as VS Code does for Markdown, and as any client may say. */
import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const text = '# Talk\n\n[[gone]] and [here](gone.md).\n';

describe('server: what the editor serves itself', () => {
  const workspace = new TempWorkspace({ 'a.md': text, 'b.rst': 'Talk too\n========\n' });
  const uri = workspace.uri('a.md');
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({
      folders: [workspace.uri()],
      initializationOptions: { servedElsewhere: [{ languageId: 'markdown', features: ['outline'] }] },
    });
    await client.open(uri, text, 1, 'markdown');
    await client.indexReady();
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  const symbols = () => client.ask<DocumentSymbol[]>('documentSymbol', uri);
  const found = async () => {
    const hits = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'talk' });
    return hits.map(({ name }) => name).toSorted();
  };
  const tell = (...features: readonly string[]) =>
    client.notify('talkNotes/didChangeServedElsewhere', { servedElsewhere: [{ languageId: 'markdown', features }] });

  it('is not served by the server as well, from the start', async () => {
    assert.deepEqual(await symbols(), []);
    assert.deepEqual(await found(), ['Talk', 'Talk too']);
  });

  it('may change, each thing by itself, and for that language only', async () => {
    await tell('workspaceSymbols');
    assert.equal((await symbols()).length, 1);
    assert.deepEqual(await found(), ['Talk too']);
    await tell();
    assert.deepEqual(await found(), ['Talk', 'Talk too']);
  });

  it('may be told in any shape without harm', async () => {
    for (const servedElsewhere of [null, 7, [null, { languageId: 'markdown' }, { features: ['outline'] }]]) {
      await client.notify('talkNotes/didChangeServedElsewhere', { servedElsewhere });
    }
    await client.notify('talkNotes/didChangeServedElsewhere', null);
    assert.equal((await symbols()).length, 1);
  });
});
