import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { editedFiles } from '../support/editedFiles.ts';
import { type ClientOptions, LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const files = {
  'a.rst': 'Title\n*****\n\nPart\n====\n\nSee :doc:`gone` and http://a.org/docs.\n\nLast\n====\n',
  'b.md': '# B\n\n## C\n\nSee [x](nowhere.md).\n\n## D\n',
};

describe('server: code actions', () => {
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

  async function actions(name: string, line: number, character: number, only?: string[]): Promise<CodeAction[]> {
    const at = { line, character };
    const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
    return client!.ask<CodeAction[]>('codeAction', workspace.uri(name), { range: { start: at, end: at }, context });
  }

  function after(edit: WorkspaceEdit | undefined): Record<string, string> {
    const texts = new Map(Object.entries(files).map(([name, text]) => [workspace.uri(name), text]));
    const edited = [...editedFiles(edit ?? null, texts)].map(([uri, text]) => [
      uri.slice(workspace.uri().length + 1),
      text,
    ]);
    return Object.fromEntries(edited.toSorted()) as Record<string, string>;
  }

  it('create a missing note as a file of its own', async () => {
    await start();
    const [create] = (await actions('a.rst', 6, 12)).filter(({ title }) => title === 'Create gone.rst');
    assert.equal(create?.kind, 'quickfix');
    assert.deepEqual(after(create?.edit), { 'gone.rst': 'Gone\n****\n' });
  });

  it('do not create files in an editor that cannot', async () => {
    await start({ capabilities: { workspace: { workspaceEdit: { documentChanges: true } } } });
    const titles = (await actions('a.rst', 6, 12)).map(({ title }) => title);
    assert.deepEqual(titles, ['Ignore “gone” in this note', 'Ignore link.file-missing in this note']);
  });

  it('lengthen all underlines where the editor asks for what mends all', async () => {
    await start();
    workspace.write('c.rst', 'Long title\n****\n\nAnother one\n====\n');
    const uri = workspace.uri('c.rst');
    await client!.open(uri, 'Long title\n****\n\nAnother one\n====\n');
    const [all, ...others] = await actions('c.rst', 0, 0, ['source.fixAll']);
    assert.deepEqual([all?.title, all?.kind, others], ['Lengthen all underlines', 'source.fixAll.talkNotes', []]);
    const text = editedFiles(all?.edit ?? null, new Map([[uri, 'Long title\n****\n\nAnother one\n====\n']])).get(uri);
    assert.equal(text, 'Long title\n**********\n\nAnother one\n===========\n');
  });

  it('are only those of the kind that is asked for', async () => {
    await start();
    assert.deepEqual(
      (await actions('a.rst', 6, 25, ['refactor.extract'])).map(({ title, kind }) => `${kind} ${title}`),
      ['refactor.extract Make it a reference'],
    );
    assert.deepEqual(
      (await actions('b.md', 6, 1, ['refactor'])).map(({ title, kind }) => `${kind} ${title}`),
      [
        'refactor.rewrite Promote the section',
        'refactor.rewrite Demote the section',
        'refactor.extract Move the section to d.md',
      ],
    );
  });

  it('organize definitions only where the editor asks for that', async () => {
    await start();
    const text = 'b_ a_\n\n.. _b: http://b.org\n.. _a: http://a.org\n';
    await client!.open(workspace.uri('d.rst'), text);
    const titles = async (only?: string[]) => (await actions('d.rst', 1, 0, only)).map(({ title }) => title);
    assert.deepEqual(await titles(['source.organizeLinkDefinitions']), ['Organize link definitions']);
    assert.deepEqual(await titles(['source']), ['Organize link definitions']);
    assert.deepEqual(await titles(), []);
  });

  it('leave to the editor what it does with links that it knows, which bare addresses are not', async () => {
    const features = ['navigation'];
    await start({ initializationOptions: { servedElsewhere: [{ languageId: 'markdown', features }] } });
    const text = 'See [x](http://x.org), <http://y.org> and http://z.org/docs.\n\n[b]: b.md\n[a]: b.md\n';
    await client!.open(workspace.uri('e.md'), text, 1, 'markdown');
    const titles = async (character: number, only: string) =>
      (await actions('e.md', 0, character, [only])).map(({ title }) => title);
    assert.deepEqual(await titles(10, 'refactor.extract'), []);
    assert.deepEqual(await titles(26, 'refactor.extract'), []);
    assert.deepEqual(await titles(46, 'refactor.extract'), ['Make it a reference']);
    assert.deepEqual(await titles(0, 'source.organizeLinkDefinitions'), []);
  });

  it('move sections by command', async () => {
    const server = await start();
    const command = 'talkNotes.server.editSection';
    const uri = workspace.uri('b.md');
    const position = { line: 4, character: 2 };
    await server.request('workspace/executeCommand', { command, arguments: [{ uri, position, how: 'down' }] });
    const [applied] = server.appliedEdits as WorkspaceEdit[];
    assert.deepEqual(after(applied), { 'b.md': '# B\n\n## D\n\n## C\n\nSee [x](nowhere.md).\n' });
    await server.request('workspace/executeCommand', { command, arguments: [{ uri, position, how: 'up' }] });
    assert.equal(server.appliedEdits.length, 1);
    await server.until(() => server.messages.length > 0, 'the reason');
    assert.deepEqual(server.messages, ['This is the first section here.']);
  });

  it('write links for what is pasted and dropped', async () => {
    const server = await start();
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 3 } };
    const uri = workspace.uri('a.rst');
    assert.deepEqual(await server.request('talkNotes/linkText', { uri, range, address: 'http://b.org' }), {
      text: '`See`_',
      edits: [
        {
          range: { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } },
          newText: '\n.. _See: http://b.org\n',
        },
      ],
    });
    assert.deepEqual(await server.request('talkNotes/linkText', { uri, range, files: [workspace.uri('b.md')] }), {
      text: ':doc:`See <b>`',
    });
    const elsewhere = { uri: workspace.uri('none.txt'), range, address: 'http://b.org' };
    assert.deepEqual(await server.request('talkNotes/linkText', elsewhere), {});
  });
});
