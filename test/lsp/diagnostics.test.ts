import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { LspClient } from '../support/lspClient.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const files = {
  'a.rst': 'A\n=\n\nSee :doc:`b` and :doc:`moved`.\n',
  'b.rst': 'B\n=\n\nSee :ref:`place`.\n',
  'c.rst': '.. _place:\n\nC\n=\n\n.. image:: pic.png\n',
  'pic.png': 'x',
  'deep/moved.rst': 'Moved\n=====\n',
};

describe('server: diagnostics', () => {
  let workspace: TempWorkspace;
  let client: LspClient;
  const uri = (name: string) => workspace.uri(name);
  const codesBecome = (name: string, ...codes: string[]) =>
    client.until(() => client.codes(uri(name)).join() === codes.join(), `${name} has ${codes.join() || 'nothing'}`);
  const openFile = (name: keyof typeof files) => client.open(uri(name), files[name]);

  beforeEach(async () => {
    workspace = new TempWorkspace(files);
    client = await LspClient.start({ folders: [workspace.uri()] });
    await client.indexReady();
  });

  afterEach(async () => {
    await client.stop();
    workspace.dispose();
  });

  it('appear and vanish while typing, with the version they are for', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    await client.type(uri('a.rst'), 2, 3, 0, ':doc:`nowhere` ');
    await codesBecome('a.rst', 'link.file-missing', 'link.file-missing');
    assert.equal(client.published.findLast((params) => params.uri === uri('a.rst'))?.version, 2);
    await client.replace(uri('a.rst'), 3, 'A\n=\n\nSee :doc:`b`.\n');
    await codesBecome('a.rst');
  });

  it('have a code with a page, and say what they are about', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    const [diagnostic] = client.diagnostics(uri('a.rst')) ?? [];
    assert.equal(diagnostic?.source, 'Talk Notes');
    assert.equal(diagnostic?.severity, 2);
    assert.deepEqual(diagnostic?.range.start.line, 3);
    const help = diagnostic?.codeDescription?.href ?? '';
    assert.match(help, /docs\/findings\/link\.file-missing\.md$/);
    assert.ok(existsSync(fileURLToPath(help)));
  });

  it('are published only when they changed', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    const before = client.published.length;
    await client.type(uri('a.rst'), 2, 3, 32, 'x');
    await client.ask('documentSymbol', uri('a.rst'));
    await client.replace(uri('a.rst'), 3, `${files['a.rst']}\nBroken :doc:\`too\`.\n`);
    await codesBecome('a.rst', 'link.file-missing', 'link.file-missing');
    assert.equal(client.published.length, before + 1);
  });

  it('are about open notes only, until links are checked', async () => {
    await openFile('b.rst');
    await client.replace(uri('b.rst'), 2, 'B\n=\n\n:ref:`nobody`\n');
    await codesBecome('b.rst', 'link.reference-undefined');
    assert.equal(client.diagnostics(uri('a.rst')), undefined);
    const counts = await client.request('talkNotes/checkLinks', {});
    assert.deepEqual(counts, { notes: 4, links: 4, findings: 2, notesWithFindings: 2 });
    assert.deepEqual(client.codes(uri('a.rst')), ['link.file-missing']);
    workspace.write('moved.rst', 'Moved\n=====\n');
    await client.filesChanged({ uri: uri('moved.rst'), type: 1 });
    await codesBecome('a.rst');
  });

  it('follow what is created and deleted on disk', async () => {
    await openFile('c.rst');
    await openFile('b.rst');
    workspace.remove('pic.png');
    await client.filesChanged({ uri: uri('pic.png'), type: 3 });
    await codesBecome('c.rst', 'link.file-missing');
    workspace.write('pic.png', 'x');
    await client.filesChanged({ uri: uri('pic.png'), type: 1 });
    await codesBecome('c.rst');
    assert.deepEqual(client.codes(uri('b.rst')), []);
  });

  it('of one note follow edits in another', async () => {
    await openFile('b.rst');
    await openFile('c.rst');
    await client.replace(uri('c.rst'), 2, 'C\n=\n');
    await codesBecome('b.rst', 'link.reference-undefined');
    await client.close(uri('c.rst'));
    await codesBecome('b.rst');
  });

  it('follow a folder that is renamed', async () => {
    workspace.write('d.rst', 'D\n=\n\n:doc:`deep/moved`\n');
    await client.filesChanged({ uri: uri('d.rst'), type: 1 });
    await client.open(uri('d.rst'), 'D\n=\n\n:doc:`deep/moved`\n');
    workspace.rename('deep', 'deeper');
    await client.filesChanged({ uri: uri('deep'), type: 3 }, { uri: uri('deeper'), type: 1 });
    await codesBecome('d.rst', 'link.file-missing');
  });

  it('go with the note: closed, or deleted', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    await client.close(uri('a.rst'));
    await codesBecome('a.rst');
    await client.request('talkNotes/checkLinks', {});
    await codesBecome('a.rst', 'link.file-missing');
    workspace.remove('a.rst');
    await client.filesChanged({ uri: uri('a.rst'), type: 3 });
    await codesBecome('a.rst');
  });

  it('take the severity that the user set, as soon as it is set', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    client.configuration = { talkNotes: { findings: { 'link.file-missing': 'error' } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.until(() => client.diagnostics(uri('a.rst'))?.[0]?.severity === 1, 'an error');
    client.configuration = { talkNotes: { links: { enabled: false } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await codesBecome('a.rst');
  });

  it('cover the workspace where the user says so, and follow exclusions', async () => {
    client.configuration = { talkNotes: { diagnostics: { scope: 'workspace' } } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await codesBecome('a.rst', 'link.file-missing');
    client.configuration = { talkNotes: { diagnostics: { scope: 'workspace' } }, 'files.exclude': { 'a.rst': true } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await codesBecome('a.rst');
  });

  it('come with a quick fix where the file is somewhere else', async () => {
    await openFile('a.rst');
    await codesBecome('a.rst', 'link.file-missing');
    const diagnostics = client.diagnostics(uri('a.rst')) ?? [];
    const range = diagnostics[0]?.range;
    const [fix] = await client.ask<CodeAction[]>('codeAction', uri('a.rst'), { range, context: { diagnostics } });
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.isPreferred, true);
    assert.equal(fix?.diagnostics?.length, 1);
    const [edit] = (fix?.edit?.documentChanges ?? []) as TextDocumentEdit[];
    assert.deepEqual(edit?.textDocument, { uri: uri('a.rst'), version: 1 });
    assert.deepEqual(
      edit?.edits.map((each) => 'newText' in each && each.newText),
      ['deep/moved'],
    );
    const none = await client.ask<CodeAction[]>('codeAction', uri('a.rst'), {
      range,
      context: { diagnostics, only: ['source'] },
    });
    assert.deepEqual(none, []);
  });
});
