import assert from 'node:assert/strict';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { editedFiles } from '../support/editedFiles.ts';
import { type ClientOptions, LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const files = {
  'a.rst': '.. _place:\n\nTitle\n=====\n\nSee `Title`_.\n',
  'b.rst': 'See :ref:`place` and :doc:`a`.\n',
};

describe('server: rename', () => {
  let workspace: TempWorkspace;
  let client: LspClient | undefined;

  beforeEach(() => {
    workspace = new TempWorkspace(files);
  });

  afterEach(async () => {
    await client?.stop();
    workspace.dispose();
  });

  async function start(options: ClientOptions = {}): Promise<LspClient> {
    client = await LspClient.start({ folders: [workspace.uri()], ...options });
    await client.indexReady();
    return client;
  }

  function at(line: number, character: number) {
    return { position: { line, character } };
  }

  function after(edit: WorkspaceEdit): Record<string, string> {
    const texts = new Map(Object.entries(files).map(([name, text]) => [workspace.uri(name), text]));
    const edited = [...editedFiles(edit, texts)].map(([uri, text]) => [uri.slice(workspace.uri().length + 1), text]);
    return Object.fromEntries(edited.toSorted()) as Record<string, string>;
  }

  it('shows the name, and says why there is none', async () => {
    const server = await start();
    assert.deepEqual(await server.ask('prepareRename', workspace.uri('b.rst'), at(0, 12)), {
      range: { start: { line: 0, character: 10 }, end: { line: 0, character: 15 } },
      placeholder: 'place',
    });
    await assert.rejects(server.ask('prepareRename', workspace.uri('b.rst'), at(0, 1)), {
      message: 'There is no title, target or link here that could be renamed.',
    });
  });

  it('changes a label in all notes, in open ones at their version', async () => {
    const server = await start();
    await server.open(workspace.uri('a.rst'), files['a.rst'], 3);
    const edit = await server.ask<WorkspaceEdit>('rename', workspace.uri('b.rst'), { ...at(0, 12), newName: 'spot' });
    assert.deepEqual(after(edit), {
      'a.rst': '.. _spot:\n\nTitle\n=====\n\nSee `Title`_.\n',
      'b.rst': 'See :ref:`spot` and :doc:`a`.\n',
    });
    const versions = (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument }) => textDocument.version);
    assert.deepEqual(versions, [3, null]);
  });

  it('changes a title with its underline', async () => {
    const edit = await (await start()).ask<WorkspaceEdit>('rename', workspace.uri('a.rst'), {
      ...at(2, 1),
      newName: 'Longer title',
    });
    assert.deepEqual(after(edit), {
      'a.rst': '.. _place:\n\nLonger title\n============\n\nSee `Longer title`_.\n',
    });
  });

  it('renames a file where the editor can do that', async () => {
    const server = await start();
    const edit = await server.ask<WorkspaceEdit>('rename', workspace.uri('b.rst'), { ...at(0, 27), newName: 'c' });
    assert.deepEqual(after(edit), { 'b.rst': 'See :ref:`place` and :doc:`c`.\n', 'c.rst': files['a.rst'] });
    assert.deepEqual(edit.documentChanges?.at(-1), {
      kind: 'rename',
      oldUri: workspace.uri('a.rst'),
      newUri: workspace.uri('c.rst'),
    });
  });

  it('says so where the editor cannot rename files', async () => {
    const server = await start({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    await assert.rejects(server.ask('rename', workspace.uri('b.rst'), { ...at(0, 27), newName: 'c' }), {
      message: 'This editor cannot rename files.',
    });
  });

  it('refuses a name that is taken', async () => {
    workspace.write('c.rst', '.. _other:\n\nC\n=\n');
    const server = await start();
    await assert.rejects(server.ask('rename', workspace.uri('a.rst'), { ...at(0, 5), newName: 'other' }), {
      message: '“other” is taken: c.rst has that name.',
    });
  });
});
