import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors } from './support.ts';
import { talkNotes, withSetting } from './talkNotes.ts';

describe('Report Issue', () => {
  afterEach(closeEditors);

  it('opens a report with versions and our changed settings, and nothing else', async () => {
    await talkNotes();
    await withSetting('editor.tabSize', 7, () =>
      withSetting('talkNotes.talks.level', 2, async () => {
        await vscode.commands.executeCommand('talkNotes.reportIssue');
      }),
    );
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    const text = document.getText();
    const settings = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '') as Record<string, unknown>;
    // That no link is asked is a setting of the tests themselves.
    assert.deepEqual(settings, { 'talkNotes.links.web.check': 'never', 'talkNotes.talks.level': 2 });
    assert.match(text, new RegExp(`VS Code ${vscode.version}`));
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    assert.ok(!text.includes(folder), 'no path');
  });
});
