import assert from 'node:assert/strict';
import type { DocumentHighlight, Location, LocationLink } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const event = 'PyCon\n=====\n\nSee :ref:`place` and link_ and :doc:`other`.\n\n.. _link: http://a.org/\n';
const other = 'Other\n=====\n\n.. _place:\n\nA place\n-------\n\nText.\n';

describe('server: definition, references and highlights', () => {
  const workspace = new TempWorkspace({ 'event.rst': event, 'other.rst': other });
  const uri = workspace.uri('event.rst');
  const place = (line: number, start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  let client: LspClient;

  before(async () => {
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.open(uri, event);
    await client.indexReady();
  });

  after(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('goes to a place in another note', async () => {
    const position = { line: 3, character: 12 };
    for (const method of ['definition', 'declaration']) {
      assert.deepEqual(await client.ask<LocationLink[]>(method, uri, { position }), [
        {
          originSelectionRange: place(3, 4, 16),
          targetUri: workspace.uri('other.rst'),
          targetRange: place(3, 0, 10),
          targetSelectionRange: place(3, 4, 9),
        },
      ]);
    }
  });

  it('gives plain places to clients that know no others', async () => {
    const plain = await LspClient.start({ folders: [workspace.uri()], capabilities: { textDocument: {} } });
    try {
      await plain.open(uri, event);
      await plain.indexReady();
      const found = await plain.ask<Location[]>('definition', uri, { position: { line: 3, character: 37 } });
      assert.deepEqual(found, [{ uri: workspace.uri('other.rst'), range: place(0, 0, 0) }]);
    } finally {
      await plain.stop();
    }
  });

  it('finds uses from either end', async () => {
    const context = { includeDeclaration: false };
    const uses = [{ uri, range: place(3, 10, 15) }];
    const ask = (of: string, line: number, character: number) =>
      client.ask<Location[]>('references', of, { position: { line, character }, context });
    assert.deepEqual(await ask(uri, 3, 12), uses);
    assert.deepEqual(await ask(workspace.uri('other.rst'), 5, 2), uses);
    assert.deepEqual(await ask(workspace.uri('other.rst'), 0, 2), [{ uri, range: place(3, 37, 42) }]);
    assert.deepEqual(await ask(uri, 3, 0), []);
  });

  it('marks uses in the note', async () => {
    const position = { line: 3, character: 22 };
    assert.deepEqual(await client.ask<DocumentHighlight[]>('documentHighlight', uri, { position }), [
      { range: place(5, 4, 8), kind: 3 },
      { range: place(3, 21, 25), kind: 2 },
    ]);
  });
});
