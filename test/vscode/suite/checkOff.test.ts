import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { closeEditors, noteUri, openNote, removeNote, until } from './support.ts';
import { bytesOf, note, replaceText, rowOf, talkNotes, withSetting, writeBytes } from './talkNotes.ts';

const plain = note('Days', '****', '', '- [ ] Pick one', '- [ ] Pick two', '', 'To Do', '=====', '', '- Plain item');

describe('checking off', () => {
  let api: TalkNotesApi;
  /** A file of its own for each test: VS Code keeps documents in memory for a while after they are closed. */
  let path = '';
  let count = 0;

  before(async () => {
    api = await talkNotes();
  });
  beforeEach(async () => {
    await closeEditors();
    path = `check-off-${++count}.rst`;
  });
  afterEach(async () => {
    await closeEditors();
    await chmod(noteUri(path).fsPath, 0o644);
    await removeNote(path);
  });

  /** Writes the note and waits for the to-do to be listed. */
  async function listed(bytes: string, label = 'Pick one') {
    await writeBytes(path, bytes);
    const isIt = (node: { label: string; todo?: { uri: string } }) =>
      node.label === label && node.todo?.uri.endsWith(path) === true;
    return (await rowOf(api.todos.tree, isIt, label)).id;
  }

  /** Opens the note and presses Ctrl+Z once. */
  async function undoOnce(): Promise<vscode.TextEditor> {
    const editor = await openNote(path);
    await vscode.commands.executeCommand('undo');
    return editor;
  }

  describe('a note that is not open', () => {
    it('saves it, and one undo brings the bytes back', async () => {
      await api.todos.check([await listed(plain)], true);
      assert.equal(await bytesOf(path), plain.replace('[ ] Pick one', '[x] Pick one'));
      const editor = await undoOnce();
      await editor.document.save();
      assert.equal(await bytesOf(path), plain);
    });

    it('can be taken back without opening it', async () => {
      await api.todos.check([await listed(plain, 'Plain item')], true);
      assert.equal(await bytesOf(path), plain.replace('- Plain', '- [x] Plain'));
      await vscode.commands.executeCommand('talkNotes.undoCheckOff');
      assert.equal(await bytesOf(path), plain);
    });

    it('leaves no editor behind', async () => {
      await api.todos.check([await listed(plain)], true);
      assert.deepEqual(
        vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)),
        [],
      );
    });
  });

  describe('a note that is open', () => {
    it('saves it where it was saved before', async () => {
      const todo = await listed(plain);
      const { document } = await openNote(path);
      await api.todos.check([todo], true);
      assert.equal(document.isDirty, false);
      assert.match(await bytesOf(path), /\[x\] Pick one/);
      await undoOnce();
      assert.equal(document.getText(), plain);
    });

    it('leaves it unsaved where it was unsaved before', async () => {
      const todo = await listed(plain);
      const { document } = await openNote(path);
      await replaceText(document, 'Days', 'Dayz');
      await api.todos.check([todo], true);
      assert.equal(document.isDirty, true);
      assert.match(document.getText(), /\[x\] Pick one/);
      assert.equal(await bytesOf(path), plain);
      await undoOnce();
      assert.equal(document.getText(), plain.replace('Days', 'Dayz'));
    });
  });

  describe('changes no other byte of', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['a note with CRLF', plain.replaceAll('\n', '\r\n')],
      ['a note with a byte order mark', `\xef\xbb\xbf${plain}`],
      ['a note with trailing blanks and no final newline', plain.replace('two', 'two  \t').trimEnd()],
      ['a note with mixed line ends', plain.replace('****\n', '****\r\n')],
      [
        'a note with letters of other languages',
        plain.replace('two', 't\xc3\xa9 \xe8\xac\x9b\xe6\xbc\x94 \xf0\x9f\x8e\xa4'),
      ],
    ];
    for (const [what, bytes] of cases) {
      it(what, async () => {
        await api.todos.check([await listed(bytes)], true);
        assert.equal(await bytesOf(path), bytes.replace('[ ] Pick one', '[x] Pick one'));
        await vscode.commands.executeCommand('talkNotes.undoCheckOff');
        assert.equal(await bytesOf(path), bytes);
      });
    }

    it('a note that saving would tidy up, also when it is open', async () => {
      const bytes = plain.replace('two', 'two  ').trimEnd();
      await withSetting('files.insertFinalNewline', true, async () => {
        await withSetting('files.trimTrailingWhitespace', true, async () => {
          const todo = await listed(bytes);
          const { document } = await openNote(path);
          await api.todos.check([todo], true);
          assert.equal(await bytesOf(path), bytes.replace('[ ] Pick one', '[x] Pick one'));
          assert.match(document.getText(), /\[x\] Pick one/);
          assert.equal(document.isDirty, false);
          await undoOnce();
          assert.equal(document.getText(), bytes);
        });
      });
    });

    it('a note that is no valid text', async () => {
      const bytes = plain.replace('two', 'tw\xf6');
      await api.todos.check([await listed(bytes)], true);
      assert.equal(await bytesOf(path), bytes);
    });
  });

  describe('writes nothing', () => {
    it('into a read-only file', async () => {
      const todo = await listed(plain);
      await chmod(noteUri(path).fsPath, 0o444);
      await api.todos.check([todo], true);
      assert.equal(await bytesOf(path), plain);
      assert.ok(vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    });

    it('where the to-do reads otherwise by now', async () => {
      const todo = await listed(plain);
      const { document } = await openNote(path);
      await replaceText(document, 'Pick one', 'Pick another');
      await api.todos.check([todo], true);
      assert.equal(document.getText(), plain.replace('Pick one', 'Pick another'));
    });

    it('where the file on the disk is a different one by now', async () => {
      const todo = await listed(plain);
      await openNote(path);
      const other = plain.replace('Pick one', 'Nothing');
      await writeBytes(path, other);
      await api.todos.check([todo], true);
      assert.equal(await bytesOf(path), other);
    });
  });

  it('finds the to-do when lines were put above it', async () => {
    const todo = await listed(plain);
    const { document } = await openNote(path);
    await replaceText(document, 'Days\n****\n', 'Days\n****\n\nMore.\n');
    await document.save();
    await api.todos.check([todo], true);
    assert.match(await bytesOf(path), /\[x\] Pick one/);
    assert.match(await bytesOf(path), /\[ \] Pick two/);
  });

  it('brings several to-dos of a note to one state, as one step of undo', async () => {
    const first = await listed(plain);
    const second = await listed(plain, 'Pick two');
    await api.todos.check([first, second], true);
    assert.match(await bytesOf(path), /\[x\] Pick one\n- \[x\] Pick two/);
    assert.equal((await undoOnce()).document.getText(), plain);
  });

  describe('Toggle To-Do', () => {
    it('toggles the to-do at the cursor, and again', async () => {
      await listed(plain);
      const editor = await openNote(path);
      editor.selection = new vscode.Selection(3, 9, 3, 9);
      await vscode.commands.executeCommand('talkNotes.toggleTodo');
      assert.equal(editor.document.lineAt(3).text, '- [x] Pick one');
      await vscode.commands.executeCommand('talkNotes.toggleTodo');
      assert.equal(editor.document.getText(), plain);
    });

    it('toggles all to-dos of a selection, as one step of undo', async () => {
      await listed(plain);
      const editor = await openNote(path);
      editor.selection = new vscode.Selection(3, 0, 10, 0);
      await vscode.commands.executeCommand('talkNotes.toggleTodo');
      assert.equal(editor.document.getText().match(/\[x\]/g)?.length, 3);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), plain);
    });

    it('leaves a line without a to-do alone', async () => {
      await listed(plain);
      const editor = await openNote(path);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('talkNotes.toggleTodo');
      assert.equal(editor.document.getText(), plain);
      await until(() => !editor.document.isDirty, 'a clean note');
    });
  });
});
