import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

/** Bytes that are the same in every run. */
function noise(length: number, seed: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = seed;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}

const manyTitles = Array.from({ length: 10_000 }, (_, at) => `Title ${at}\n${'=-~'[at % 3]?.repeat(12)}\n`).join('\n');
const large = 'A line of a large note, with a `reference`_ in it.\n'.repeat(100_000);

describe('server: bad input', () => {
  let workspace: TempWorkspace;
  let client: LspClient;

  before(async () => {
    workspace = new TempWorkspace({
      'good.rst': 'Good\n====\n',
      'empty.rst': '',
      'latin1.rst': Buffer.from('F\xfcr alle\n========\n', 'latin1'),
      'nul.rst': 'Nul\n===\n\na\0b\n',
      'large.rst': `Large\n=====\n\n${large}`,
      'titles.rst': manyTitles,
      'x.rst/inside.rst': 'Inside\n======\n',
      'loop.rst': '.. _a: b_\n.. _b: a_\n\nLoop\n====\n\na_ :doc:`loop`\n\n.. include:: loop.rst\n',
      'noise.rst': noise(20_000, 7),
    });
    symlinkSync(workspace.folder, join(workspace.folder, 'circle'));
    symlinkSync(join(workspace.folder, 'nowhere.rst'), join(workspace.folder, 'dangling.rst'));
    client = await LspClient.start({ folders: [workspace.uri(), workspace.uri('missing'), 'git:/elsewhere', '::'] });
    await client.indexReady();
  });

  after(async () => {
    assert.equal(await client.stop(), 0);
    workspace.dispose();
  });

  const hits = (query: string) => client.request<SymbolInformation[]>('workspace/symbol', { query });
  const symbols = (uri: string) => client.ask<DocumentSymbol[]>('documentSymbol', uri);

  it('is indexed as far as it goes, each file once', async () => {
    assert.equal((await client.indexReady()).notes, 9);
    for (const title of ['Good', 'Für alle', 'Nul', 'Large', 'Inside', 'Loop', 'Title 9999']) {
      assert.equal((await hits(title))[0]?.name, title);
    }
  });

  it('is spoken of once, in one message', () => {
    assert.deepEqual(client.notices, ['latin1.rst, noise.rst are not valid UTF-8 and were read as Latin-1.']);
  });

  it('answers about notes of 5 MB, of 10,000 titles, and of none', async () => {
    await client.open(workspace.uri('large.rst'), `Large\n=====\n\n${large}`);
    assert.equal((await symbols(workspace.uri('large.rst'))).length, 1);
    await client.open(workspace.uri('titles.rst'), manyTitles);
    const titles = await symbols(workspace.uri('titles.rst'));
    assert.ok(titles.length > 0);
    await client.open(workspace.uri('empty.rst'), '');
    assert.deepEqual(await symbols(workspace.uri('empty.rst')), []);
    await client.close(workspace.uri('large.rst'));
    await client.close(workspace.uri('titles.rst'));
  });

  it('gets symbols whatever the URI is', async () => {
    const odd = [
      'file:///a b/%',
      'file:///nowhere/%E0%A4%A.rst',
      'git:/home/a.rst?%7B%22ref%22%3A%22~%22%7D',
      'untitled:Untitled-1',
      'vscode-notebook-cell:/a.ipynb#X1',
    ];
    for (const uri of odd) {
      await client.open(uri, 'Odd\n===\n\n:doc:`x` :ref:`y`\n\n.. image:: /p.png\n');
      assert.equal((await symbols(uri))[0]?.name, 'Odd', uri);
      await client.ask('documentLink', uri);
      await client.ask('codeAction', uri, {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 9 } },
        context: { diagnostics: [] },
      });
      await client.close(uri);
    }
    assert.deepEqual(
      (await hits('Odd')).filter(({ name }) => name === 'Odd'),
      [],
    );
  });

  it('gets an empty answer, not an error', async () => {
    for (const uri of ['', 'nonsense', 'file://', 'file:///none.rst', '::', '%']) {
      assert.deepEqual(await symbols(uri), [], uri);
      assert.deepEqual(await client.ask('foldingRange', uri), []);
      assert.deepEqual(await client.ask('documentLink', uri), []);
    }
    assert.deepEqual(await client.request('talkNotes/talks', { parent: 'no such row' }), { nodes: [] });
    assert.deepEqual(await client.request('talkNotes/talks', { parent: 42 }), { nodes: [] });
    assert.deepEqual(await client.request('talkNotes/talkPath', {}), { nodes: [] });
    assert.deepEqual(await client.request('talkNotes/adjacentTalk', { uri: workspace.uri('good.rst') }), {});
    assert.equal((await client.request<{ count: number }>('talkNotes/toggleTodo', { todos: [{}] })).count, 0);
    assert.deepEqual(await client.request('workspace/symbol', {}), []);
    assert.equal(await client.request('workspace/executeCommand', { command: 'nothing' }), null);
  });

  it('is survived when it comes as news', async () => {
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: '%', type: 9 },
        { uri: 'x:', type: 1 },
      ],
    });
    await client.notify('workspace/didChangeConfiguration', { settings: 7 });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: 'file:///none.rst', version: 2 },
      contentChanges: [{ text: 'x' }],
    });
    await client.notify('textDocument/didClose', { textDocument: { uri: 'file:///none.rst' } });
    assert.equal((await symbols(workspace.uri('good.rst')))[0]?.name, 'Good');
  });

  it('is survived as random bytes, typed in at random places', async () => {
    const uri = workspace.uri('fuzz.rst');
    const logged = client.logged.length;
    await client.open(uri, '');
    for (let round = 1; round <= 60; round++) {
      const text = Buffer.from(noise(400, round)).toString(round % 2 === 0 ? 'utf8' : 'latin1');
      const markup = ['::\n\n', '.. _a:', '`x`_', '\n====\n', '- [ ] ', '|a|', '.. image:: '][round % 7] ?? '';
      const line = (round * 37) % 50;
      await client.notify('textDocument/didChange', {
        textDocument: { uri, version: round + 1 },
        contentChanges: [
          { range: { start: { line, character: round }, end: { line: line + 2, character: 3 } }, text: markup + text },
        ],
      });
      await symbols(uri);
      await client.ask('foldingRange', uri);
      await client.ask('documentLink', uri);
    }
    await client.close(uri);
    assert.deepEqual(client.logged.slice(logged), []);
  });
});
