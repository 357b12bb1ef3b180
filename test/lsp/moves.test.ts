import assert from 'node:assert/strict';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { editedFiles } from '../support/editedFiles.ts';
import { type ClientOptions, LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const files = {
  'index.rst': 'Index\n=====\n\n.. toctree::\n\n   talks/a\n',
  'talks/a.rst': 'A\n=\n\n.. image:: ../slide.png\n',
  'slide.png': '',
};

describe('server: files that move', () => {
  let workspace: TempWorkspace;
  let client: LspClient | undefined;

  beforeEach(() => {
    workspace = new TempWorkspace(files);
  });

  afterEach(async () => {
    await client?.stop();
    workspace.dispose();
  });

  async function willRename(from: string, to: string, options: ClientOptions = {}): Promise<WorkspaceEdit | null> {
    client = await LspClient.start({ folders: [workspace.uri()], ...options });
    await client.indexReady();
    const renamed = { oldUri: workspace.uri(from), newUri: workspace.uri(to) };
    return client.request('workspace/willRenameFiles', { files: [renamed] });
  }

  function after(edit: WorkspaceEdit | null): Record<string, string> {
    const texts = new Map(Object.entries(files).map(([name, text]) => [workspace.uri(name), text]));
    const edited = [...editedFiles(edit, texts)].map(([uri, text]) => [uri.slice(workspace.uri().length + 1), text]);
    return Object.fromEntries(edited.toSorted()) as Record<string, string>;
  }

  it('offers to be asked, for files and folders', async () => {
    await willRename('nowhere', 'elsewhere');
    const filters = client?.result?.capabilities.workspace?.fileOperations?.willRename?.filters;
    assert.deepEqual(filters, [{ pattern: { glob: '**/*' } }]);
  });

  it('changes links into and out of a folder', async () => {
    const edit = await willRename('talks', 'archive/talks');
    assert.deepEqual(after(edit), {
      'index.rst': 'Index\n=====\n\n.. toctree::\n\n   archive/talks/a\n',
      'talks/a.rst': 'A\n=\n\n.. image:: ../../slide.png\n',
    });
  });

  it('changes nothing for a file that nobody links to', async () => {
    assert.equal(await willRename('index.rst', 'start.rst'), null);
  });

  it('changes nothing where the user does not want it', async () => {
    const configuration = { talkNotes: { updateLinksOnFileMove: 'never' } };
    assert.equal(await willRename('talks', 'archive', { configuration }), null);
  });

  it('leaves to VS Code’s own Markdown what that follows', async () => {
    workspace.write('n.md', '[x](talks/a.rst) [[a]]\n');
    workspace.write('r.rst', '`x <n.md>`__\n');
    const own = { enabled: 'prompt', include: ['**/*.md'], enableForDirectories: true };
    const options = {
      configuration: { 'markdown.updateLinksOnFileMove': own },
      initializationOptions: { servedElsewhere: [{ languageId: 'markdown', features: ['navigation'] }] },
    };
    // A folder is included, a file that is no Markdown is not, and other notes are ours in any case.
    assert.deepEqual(Object.keys(after(await willRename('talks', 'archive', options))), ['index.rst']);
    await client?.stop();
    const renamed = after(await willRename('talks/a.rst', 'talks/b.rst', options));
    assert.deepEqual(Object.keys(renamed), ['index.rst', 'n.md']);
  });

  it('binds edits of an open note to its version and takes its unsaved text', async () => {
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.indexReady();
    await client.open(workspace.uri('index.rst'), 'See :doc:`talks/a`.\n', 7);
    const renamed = { oldUri: workspace.uri('talks/a.rst'), newUri: workspace.uri('b.rst') };
    const edit = await client.request<WorkspaceEdit>('workspace/willRenameFiles', { files: [renamed] });
    const [own, other] = (edit.documentChanges as TextDocumentEdit[]).toSorted((a, b) =>
      a.textDocument.uri < b.textDocument.uri ? -1 : 1,
    );
    assert.deepEqual(own?.textDocument, { uri: workspace.uri('index.rst'), version: 7 });
    assert.deepEqual(own?.edits, [
      { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } }, newText: 'b' },
    ]);
    assert.deepEqual(other?.textDocument, { uri: workspace.uri('talks/a.rst'), version: null });
  });
});
