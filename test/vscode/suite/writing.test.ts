import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, noteUri, openNote, removeNote, until, writeNote } from './support.ts';
import { note, talkNotes } from './talkNotes.ts';

const path = 'writing/sections.rst';
const text = note(
  'Event',
  '=====',
  '',
  'First',
  '-----',
  '',
  'a',
  '',
  'Second',
  '------',
  '',
  'b',
  '',
  'Third',
  '-----',
);

describe('writing', () => {
  before(talkNotes);
  beforeEach(() => writeNote(path, text));
  afterEach(async () => {
    await closeEditors();
    await removeNote(path);
    await removeNote('writing/second.rst');
  });

  /** Puts the cursor at the start of a line. */
  async function at(line: number): Promise<vscode.TextEditor> {
    const editor = await openNote(path);
    editor.selection = new vscode.Selection(line, 0, line, 0);
    return editor;
  }

  it('moves a section with the cursor in it, and undo brings it back', async () => {
    const editor = await at(11);
    const { document } = editor;
    await vscode.commands.executeCommand('talkNotes.moveSectionUp');
    await until(() => document.lineAt(3).text === 'Second', 'the section to be first');
    assert.equal(document.lineAt(editor.selection.active.line).text, 'b');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('demotes and promotes a section', async () => {
    const { document } = await at(11);
    await vscode.commands.executeCommand('talkNotes.demoteSection');
    await until(() => document.lineAt(9).text !== '------', 'another underline');
    await vscode.commands.executeCommand('talkNotes.promoteSection');
    await until(() => document.getText() === text, 'the text to be as before');
  });

  it('moves a section to a note of its own', async () => {
    const { document } = await at(8);
    const title = 'Move the section to writing/second.rst';
    const action = await until(async () => {
      const range = document.lineAt(8).range;
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
      );
      return actions.find((each) => each.title === title);
    }, title);
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.equal(document.lineAt(8).text, ':doc:`Second <second>`');
    const created = await vscode.workspace.openTextDocument(noteUri('writing/second.rst'));
    assert.equal(created.getText(), note('Second', '------', '', 'b'));
  });

  it('renames a title from one of its uses', async () => {
    await writeNote(path, note('Plan', '====', '', 'See `Plan`_.'));
    const { document } = await openNote(path);
    const edit = await until(
      async () =>
        vscode.commands
          .executeCommand<vscode.WorkspaceEdit | undefined>(
            'vscode.executeDocumentRenameProvider',
            document.uri,
            new vscode.Position(3, 6),
            'Great plan',
          )
          .then(undefined, () => undefined),
      'the edit',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), note('Great plan', '==========', '', 'See `Great plan`_.'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), note('Plan', '====', '', 'See `Plan`_.'));
  });
});
