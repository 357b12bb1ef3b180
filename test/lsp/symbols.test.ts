import assert from 'node:assert/strict';
import type { DocumentLink, DocumentSymbol, FoldingRange, SymbolInformation } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const event = `PyCon
*****

Opening
=======

Words, and a link_ to :doc:\`other\`.

.. _link: http://a.org/

Closing
=======

See \`Parts\`_ in other.rst, :ref:\`the-place\`.

Parts
-----

::

  literal

The end.
`;

const other = `Other
=====

.. _the-place:

A place
-------

Text.
`;

describe('server: symbols, folding and links', () => {
  const workspace = new TempWorkspace({
    'event.rst': event,
    'other.rst': other,
    'deep/third.rest': 'Third Öne\n=========\n',
  });
  const uri = workspace.uri('event.rst');
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.open(uri, event);
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('says who it is and what it can', () => {
    assert.equal(client.result?.serverInfo?.name, 'talk-notes-server');
    const { capabilities } = client.result ?? {};
    assert.equal(typeof capabilities?.documentSymbolProvider, 'object');
    assert.deepEqual(capabilities?.executeCommandProvider?.commands, [
      'talkNotes.server.toggleTodo',
      'talkNotes.server.editSection',
      'talkNotes.server.followRedirects',
      'talkNotes.server.useArchivedCopy',
      'talkNotes.server.recheckLink',
    ]);
  });

  it('gives sections as a tree of whole ranges', async () => {
    const show = (symbol: DocumentSymbol): string => {
      const { range, selectionRange, name, children = [] } = symbol;
      const lines = `${range.start.line}-${range.end.line} at ${selectionRange.start.line}`;
      return [`${name} ${lines}`, ...children.map(show)].join(', ');
    };
    const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', uri);
    // A section ends on the line before the next title: the title's first column is not part of it.
    assert.deepEqual(symbols.map(show), ['PyCon 0-22 at 0, Opening 3-9 at 3, Closing 10-22 at 10, Parts 15-22 at 15']);
  });

  it('gives a flat list to clients without trees', async () => {
    const flat = await LspClient.start({ folders: [], capabilities: { textDocument: {} } });
    try {
      await flat.open(uri, event);
      const symbols = await flat.ask<SymbolInformation[]>('documentSymbol', uri);
      assert.deepEqual(
        symbols.map(({ name, containerName, location }) => [name, containerName, location.uri === uri]),
        [
          ['PyCon', undefined, true],
          ['Opening', 'PyCon', true],
          ['Closing', 'PyCon', true],
          ['Parts', 'Closing', true],
        ],
      );
    } finally {
      await flat.stop();
    }
  });

  it('finds titles of all notes by a few letters', async () => {
    await client.indexReady();
    const names = async (query: string) =>
      (await client.request<SymbolInformation[]>('workspace/symbol', { query })).map(({ name }) => name);
    assert.ok((await names('')).includes('PyCon'));
    assert.equal((await names('tdöne'))[0], 'Third Öne');
    assert.deepEqual(await names('xyzzy'), []);
    const [hit] = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'A place' });
    assert.equal(hit?.location.uri, workspace.uri('other.rst'));
    assert.equal(hit?.location.range.start.line, 5);
  });

  it('folds sections and blocks', async () => {
    const folds = await client.ask<FoldingRange[]>('foldingRange', uri);
    assert.ok(folds.some(({ startLine, endLine }) => startLine === 10 && endLine >= 20));
    assert.ok(folds.every(({ startLine, endLine }) => startLine < endLine && endLine <= 22));
  });

  it('leads links to addresses, notes and places in notes', async () => {
    await client.indexReady();
    const links = await client.ask<DocumentLink[]>('documentLink', uri);
    const targets = links.map(({ target }) => target);
    assert.ok(targets.includes('http://a.org/'));
    assert.ok(targets.includes(workspace.uri('other.rst')));
    assert.ok(
      targets.some((target) => target?.startsWith(`${workspace.uri('other.rst')}#L`)),
      JSON.stringify(targets),
    );
    assert.ok(links.every(({ tooltip }) => tooltip !== undefined));
  });

  it('follows incremental edits', async () => {
    await client.type(uri, 2, 0, 0, 'New Title\n=========\n\n');
    const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', uri);
    assert.equal(symbols[0]?.name, 'New Title');
    await client.replace(uri, 3, event);
  });

  it('switches each feature off on its own', async () => {
    client.configuration = { talkNotes: { outline: { enabled: false }, folding: { enabled: false } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    // The configuration is asked for, then applied; requests in between may still be answered by the old one.
    let symbols: unknown[] = [1];
    for (let tries = 0; tries < 100 && symbols.length > 0; tries++) {
      symbols = await client.ask('documentSymbol', uri);
    }
    assert.deepEqual(symbols, []);
    assert.deepEqual(await client.ask('foldingRange', uri), []);
    assert.deepEqual(await client.request('workspace/symbol', { query: '' }), []);
    assert.notDeepEqual(await client.ask('documentLink', uri), []);
  });
});
