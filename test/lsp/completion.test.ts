import assert from 'node:assert/strict';
import type { CompletionList } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const text = 'Title\n=====\n\nA :doc:`c\n\nA :ro\n';
const page = 'A [x](c and [[o\n';

describe('server: completion', () => {
  const workspace = new TempWorkspace({ 'note.rst': text, 'page.md': page, 'c/other.rst': 'Other\n=====\n' });
  const uri = workspace.uri('note.rst');
  const ask = (client: LspClient, of: string, line: number, character: number) =>
    client.ask<CompletionList | null>('completion', of, { position: { line, character } });
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.open(uri, text);
    await client.open(workspace.uri('page.md'), page, 1, 'markdown');
    await client.indexReady();
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('offers what may be written, and what it replaces', async () => {
    const list = await ask(client, uri, 3, 9);
    const range = { start: { line: 3, character: 8 }, end: { line: 3, character: 9 } };
    assert.deepEqual(
      list?.items.map(({ label, textEdit, detail }) => [label, textEdit, detail]),
      [
        ['c/', { range, newText: 'c/' }, undefined],
        ['page', { range, newText: 'page`' }, 'page.md'],
      ],
    );
  });

  it('puts the cursor into a role where the editor can do that', async () => {
    const role = (list: CompletionList | null) => list?.items.find(({ label }) => label === 'rfc')?.textEdit?.newText;
    assert.equal(role(await ask(client, uri, 5, 5)), 'rfc:`$0`');
    const plain = await LspClient.start({ folders: [workspace.uri()], capabilities: { textDocument: {} } });
    try {
      await plain.open(uri, text);
      await plain.indexReady();
      assert.equal(role(await ask(plain, uri, 5, 5)), 'rfc:``');
    } finally {
      await plain.stop();
    }
  });

  it('says nothing in prose', async () => {
    assert.equal(await ask(client, uri, 0, 3), null);
  });

  it('leaves to the editor what it completes by itself', async () => {
    const of = workspace.uri('page.md');
    assert.notEqual(await ask(client, of, 0, 7), null);
    const served = [{ languageId: 'markdown', features: ['navigation'] }];
    await client.notify('talkNotes/didChangeServedElsewhere', { servedElsewhere: served });
    assert.equal(await ask(client, of, 0, 7), null);
    assert.deepEqual(
      (await ask(client, of, 0, 15))?.items.map(({ label }) => label),
      ['note', 'other'],
    );
  });
});
