import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver-protocol';
import type { TalksResult } from '../../server/src/lsp/protocol.ts';
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

  it('shows over a link where it leads', async () => {
    const hover = await client.ask<Hover>('hover', uri, { position: { line: 3, character: 12 } });
    assert.deepEqual(hover.range, place(3, 4, 16));
    const { kind, value } = hover.contents as MarkupContent;
    assert.equal(kind, 'markdown');
    assert.equal(value, `**[A place](${workspace.uri('other.rst')}#L6,1)** — other\\.rst\\:6\n\nText\\.`);
    assert.equal(await client.ask('hover', uri, { position: { line: 3, character: 1 } }), null);
  });

  it('shows it as plain text to clients that know no other', async () => {
    const plain = await LspClient.start({ folders: [workspace.uri()], capabilities: { textDocument: {} } });
    try {
      await plain.indexReady();
      const hover = await plain.ask<Hover>('hover', uri, { position: { line: 3, character: 12 } });
      assert.deepEqual(hover.contents, { kind: 'plaintext', value: 'A place — other.rst:6\n\nText.' });
    } finally {
      await plain.stop();
    }
  });

  it('lists who links to a note, line by line, and says when that changed', async () => {
    const of = { uri: workspace.uri('other.rst') };
    const [row] = (await client.request<TalksResult>('talkNotes/backlinks', of)).nodes;
    assert.deepEqual([row?.label, row?.description, row?.uri], ['PyCon', 'event.rst · 2', uri]);
    const lines = async () =>
      (await client.request<TalksResult>('talkNotes/backlinks', { ...of, parent: row!.id })).nodes.map(
        ({ label, range, parent }) => [label, range!.start.line, parent === row!.id],
      );
    const line = 'See :ref:`place` and link_ and :doc:`other`.';
    assert.deepEqual(await lines(), [
      [line, 3, true],
      [line, 3, true],
    ]);
    const before = client.backlinkChanges;
    await client.type(uri, 2, 3, 0, 'Also :doc:`other`.\n');
    await client.until(() => client.backlinkChanges > before, 'news of backlinks');
    assert.equal((await lines()).length, 3);
    await client.replace(uri, 3, event);
  });

  it('lists links to a file', async () => {
    const { locations } = await client.request<{ locations: Location[] }>('talkNotes/fileReferences', {
      uri: workspace.uri('other.rst'),
    });
    assert.deepEqual(locations, [{ uri, range: place(3, 37, 42) }]);
  });

  it('counts links above titles where that is asked for', async () => {
    const of = workspace.uri('other.rst');
    assert.deepEqual(await client.ask('codeLens', of), []);
    client.configuration = { talkNotes: { codeLens: { references: true } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    let lenses: CodeLens[] = [];
    for (let tries = 0; tries < 100 && lenses.length === 0; tries++) {
      lenses = await client.ask('codeLens', of);
    }
    assert.deepEqual(
      lenses.map(({ range, command }) => [range, command?.title, command?.command]),
      [[place(0, 0, 5), '1 reference', 'talkNotes.showReferences']],
    );
    assert.deepEqual(lenses[0]!.command!.arguments, [
      { uri: of, position: { line: 0, character: 0 }, locations: [{ uri, range: place(3, 37, 42) }] },
    ]);
  });

  it('steps from title to title', async () => {
    const of = workspace.uri('other.rst');
    const params = { uri: of, position: { line: 0, character: 0 }, direction: 'next', among: 'headings' };
    const { title } = await client.request<{ title?: string }>('talkNotes/adjacentTalk', params);
    assert.equal(title, 'A place');
  });
});
