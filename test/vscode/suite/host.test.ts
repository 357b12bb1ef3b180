import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openNote, removeNote, until, writeNote } from './support.ts';

describe('the host', () => {
  afterEach(closeEditors);

  it('is a VS Code that the extension supports', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.equal(major, 1);
    assert.ok(minor !== undefined && minor >= 101, vscode.version);
  });

  it('opens a note of the workspace', async () => {
    const editor = await openNote('europython.rst');
    assert.match(editor.document.getText(), /^EuroPython/);
  });

  it('sees a note that appears and goes', async () => {
    const found = () => vscode.workspace.findFiles('new.rst');
    await writeNote('new.rst', 'New\n===\n');
    await until(async () => (await found()).length === 1, 'the new note');
    await removeNote('new.rst');
    await until(async () => (await found()).length === 0, 'the new note to be gone');
  });
});
