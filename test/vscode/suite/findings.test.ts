import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, writeNote } from './support.ts';
import { findingCodes, note, replaceText, talkNotes } from './talkNotes.ts';

const path = 'findings/a.rst';

function codesToBe(uri: vscode.Uri, wanted: readonly string[]): Promise<unknown> {
  const shown = () => findingCodes(uri).join() === wanted.join();
  return until(shown, `the findings to be [${wanted}]`).catch((error: unknown) => {
    throw new Error(`${error}; they are [${findingCodes(uri)}]`);
  });
}

describe('findings', () => {
  before(talkNotes);
  afterEach(async () => {
    await closeEditors();
    for (const name of ['a', 'b']) await removeNote(`findings/${name}.rst`);
    await removeNote('findings/deep/only.rst');
  });

  it('come and go while typing', async () => {
    const uri = await writeNote(path, note('A', '=', '', 'See this_.', '', '.. _this: http://a.org'));
    const { document } = await openNote(path);
    await codesToBe(uri, []);
    await replaceText(document, 'this_', 'that_');
    await codesToBe(uri, ['link.reference-undefined', 'target.unused']);
    await replaceText(document, 'that_', 'this_');
    await codesToBe(uri, []);
  });

  it('mark exactly what is wrong', async () => {
    const uri = await writeNote(path, note('A', '=', '', 'See `that one`_ there.'));
    await openNote(path);
    await codesToBe(uri, ['link.reference-undefined']);
    const [finding] = vscode.languages.getDiagnostics(uri);
    assert.equal(finding!.source, 'Talk Notes');
    assert.equal(finding!.range.start.line, 3);
    assert.match(finding!.message, /that one/);
  });

  it('go when the missing file is made, and come when it is removed', async () => {
    const uri = await writeNote(path, note('A', '=', '', ':doc:`b`'));
    await openNote(path);
    await codesToBe(uri, ['link.file-missing']);
    await writeNote('findings/b.rst', note('B', '='));
    await codesToBe(uri, []);
    await removeNote('findings/b.rst');
    await codesToBe(uri, ['link.file-missing']);
  });

  it('go with the note', async () => {
    // Not opened: VS Code keeps a document in memory for some minutes once its margin was asked for annotations.
    const uri = await writeNote('findings/b.rst', note('B', '=', '', 'See that_.'));
    const api = await talkNotes();
    await until(async () => (await api.client.checkLinks()) && findingCodes(uri).length > 0, 'the finding');
    await removeNote('findings/b.rst');
    await codesToBe(uri, []);
  });

  it('offer the one note of that name that exists elsewhere', async () => {
    await writeNote('findings/deep/only.rst', note('Only', '===='));
    const uri = await writeNote(path, note('A', '=', '', ':doc:`only`'));
    const { document } = await openNote(path);
    await codesToBe(uri, ['link.file-missing']);
    const fix = await until(async () => {
      const range = document.lineAt(3).range;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
      );
      return actions.find(({ kind, isPreferred, edit }) => kind?.value.startsWith('quickfix') && isPreferred && edit);
    }, 'the quick fix');
    assert.ok(await vscode.workspace.applyEdit(fix.edit!));
    assert.equal(document.lineAt(3).text, ':doc:`deep/only`');
    await codesToBe(uri, []);
  });

  it('of notes that are not open are shown when all links are checked', async () => {
    const uri = await writeNote(path, note('A', '=', '', ':doc:`nowhere`'));
    const api = await talkNotes();
    await until(async () => (await api.client.checkLinks()) && findingCodes(uri).length > 0, 'the finding');
    assert.equal(
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.path === noteUri(path).path),
      false,
    );
    const result = await api.client.checkLinks();
    assert.ok(
      result.findings >= 1 && result.notesWithFindings >= 1 && result.links >= result.findings,
      JSON.stringify(result),
    );
  });

  it('of notes that are not open are still shown after the server was restarted', async () => {
    const uri = await writeNote(path, note('A', '=', '', ':doc:`nowhere`'));
    const api = await talkNotes();
    await api.client.checkLinks();
    await codesToBe(uri, ['link.file-missing']);
    await vscode.commands.executeCommand('talkNotes.restartServer');
    // The findings of the old server go with it.
    await codesToBe(uri, ['link.file-missing']);
  });
});
