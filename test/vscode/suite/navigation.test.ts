import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openNote, removeNote, until, untilEqual, writeNote } from './support.ts';
import { note, talkNotes } from './talkNotes.ts';

const path = 'conference/bridges.rst';
const text = note(
  ...['Bridge Days', '***********', ''],
  ...['Arches', '======', '', '@ada', '', 'Stone', '-----', '', 'Old.', ''],
  ...['Zigzag Cables', '=============', '', '@bo'],
);

describe('going to talks', () => {
  before(async () => {
    const api = await talkNotes();
    await writeNote(path, text);
    await until(async () => (await api.client.talkList()).some(({ title }) => title === 'Zigzag Cables'), 'the talk');
  });
  afterEach(closeEditors);
  after(() => removeNote(path));

  const line = () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.lineAt(editor.selection.active.line).text;
  };

  it('goes to the next and the previous talk of the note, past sections', async () => {
    const editor = await openNote(path);
    editor.selection = new vscode.Selection(4, 0, 4, 0);
    await vscode.commands.executeCommand('talkNotes.nextTalk');
    await untilEqual(line, 'Zigzag Cables');
    await vscode.commands.executeCommand('talkNotes.nextTalk');
    await untilEqual(line, 'Zigzag Cables');
    await vscode.commands.executeCommand('talkNotes.previousTalk');
    await untilEqual(line, 'Arches');
  });

  it('shows talks while the list is moved through, and goes back on Escape', async () => {
    const editor = await openNote('europython.rst');
    const cursor = editor.selection;
    const picking = vscode.commands.executeCommand('talkNotes.goToTalk');
    await moveUntil(() => vscode.window.activeTextEditor?.document.uri.path.endsWith(path));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await picking;
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
    assert.ok(vscode.window.activeTextEditor.selection.isEqual(cursor));
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map((tab) => tab.label));
    assert.deepEqual(tabs, ['europython.rst']);
  });

  it('opens the accepted talk for good', async () => {
    const picking = vscode.commands.executeCommand('talkNotes.goToTalk');
    await moveUntil(() => line() === 'Zigzag Cables');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await picking;
    await untilEqual(line, 'Zigzag Cables');
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, false);
  });
});

/** Moves down in the list, as slowly as a reader does, until the editor shows what is wanted. */
async function moveUntil(isShown: () => boolean | undefined): Promise<void> {
  await until(async () => {
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    return until(isShown, 'a preview', 300).catch(() => false);
  }, 'the preview');
}
