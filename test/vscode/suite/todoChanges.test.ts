import assert from 'node:assert/strict';
import { chmod, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { dayIn, today } from '../../../client/src/today.ts';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import { closeEditors, noteUri, openNote, removeNote, until } from './support.ts';
import { bytesOf, drawTree, note, replaceText, rowOf, talkNotes, withSetting, writeBytes } from './talkNotes.ts';

const text = note(
  ...['Changes', '*******', ''],
  ...['Apples', '======', '', '- [ ] Pick apples', '', '  - [ ] Find a basket', '', '- [ ] Bake', ''],
  ...['Pears', '=====', '', 'To Do', '-----', '', '- Pick pears'],
);

describe('changing to-dos', () => {
  let api: TalkNotesApi;
  /** A file of its own for each test: VS Code keeps documents in memory for a while after they are closed. */
  let path = '';
  let count = 0;

  before(async () => {
    api = await talkNotes();
  });
  beforeEach(async () => {
    await closeEditors();
    path = `changes-${++count}.rst`;
    await writeBytes(path, text);
  });
  afterEach(async () => {
    await api.todos.options.set({ group: 'note', sort: 'position', filter: '', showDone: false });
    await closeEditors();
    await removeNote(path);
  });

  const isHere = (node: TreeNode) => node.uri?.endsWith(path) === true;
  const row = (label: string) =>
    rowOf(api.todos.tree, (node) => isHere(node) && node.label === label && node.todo !== undefined, label);
  const choice = async (label: string) => ({ todos: [(await row(label)).todo!] });

  it('sets a due date, in the file and in the row, which stays the same row', async () => {
    const before = await row('Bake');
    await api.todos.change({ todos: [before.todo!] }, { type: 'fields', due: dayIn(1) });
    assert.equal(await bytesOf(path), text.replace('Bake', `Bake @due(${dayIn(1)})`));
    const after = await until(async () => {
      const found = await row('Bake');
      return found.description === 'due tomorrow' && found;
    }, 'the date in the row');
    assert.equal(after.id, before.id);
    await vscode.commands.executeCommand('talkNotes.undoCheckOff');
    assert.equal(await bytesOf(path), text);
  });

  it('moves a to-do with what is nested in it, as one step of undo', async () => {
    const target = await rowOf(api.todos.tree, (node) => isHere(node) && node.label === 'Pears', 'Pears');
    const moved = await row('Pick apples');
    const { document } = await openNote(path);
    await api.todos.move([moved.id], target.id);
    const expected = note(
      ...['Changes', '*******', ''],
      ...['Apples', '======', '', '- [ ] Bake', ''],
      ...['Pears', '=====', '', 'To Do', '-----', '', '- Pick pears', '- Pick apples', '', '  - [ ] Find a basket'],
    );
    assert.equal(document.getText(), expected);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('moves a to-do into another note', async () => {
    const other = `changes-${count}-other.md`;
    await writeBytes(other, '# Other\n\n- [ ] Press cider\n');
    try {
      const isOther = (node: TreeNode) => node.uri?.endsWith(other) === true && node.label === 'Press cider';
      const { id } = await rowOf(api.todos.tree, isOther, 'the other note');
      const target = await rowOf(api.todos.tree, (node) => isHere(node) && node.label === 'Pears', 'Pears');
      await api.todos.move([id], target.id);
      assert.deepEqual([await bytesOf(path), await bytesOf(other)], [`${text}- Press cider\n`, '# Other\n']);
      await vscode.commands.executeCommand('talkNotes.undoCheckOff');
      assert.deepEqual([await bytesOf(path), await bytesOf(other)], [text, '# Other\n\n- [ ] Press cider\n']);
    } finally {
      await removeNote(other);
    }
  });

  it('writes into neither note where one of them may not be written', async () => {
    const other = `changes-${count}-locked.md`;
    await writeBytes(other, '# Other\n\n- [ ] Press cider\n');
    try {
      const isOther = (node: TreeNode) => node.uri?.endsWith(other) === true && node.label === 'Press cider';
      const { id } = await rowOf(api.todos.tree, isOther, 'the other note');
      const target = await rowOf(api.todos.tree, (node) => isHere(node) && node.label === 'Pears', 'Pears');
      await chmod(noteUri(path).fsPath, 0o444);
      await api.todos.move([id], target.id);
      assert.deepEqual([await bytesOf(path), await bytesOf(other)], [text, '# Other\n\n- [ ] Press cider\n']);
    } finally {
      await chmod(noteUri(path).fsPath, 0o644);
      await removeNote(other);
    }
  });

  it('opens a to-do beside what is open', async () => {
    await openNote('meetup.md');
    await vscode.commands.executeCommand('talkNotes.openTodoToSide', (await row('Bake')).id);
    const shown = await until(
      () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith(path)),
      'the note beside',
    );
    assert.equal(shown.viewColumn, vscode.ViewColumn.Two);
    assert.equal(shown.document.lineAt(shown.selection.active.line).text, '- [ ] Bake');
  });

  it('means the selected rows where a key says so, and no to-do of the editor', async () => {
    const { id } = await row('Bake');
    // The view may not have drawn the row yet.
    const reveal = () => Promise.resolve(api.todos.view.reveal(id, { select: true })).catch(() => undefined);
    await until(async () => {
      await reveal();
      return api.todos.view.selection.includes(id);
    }, 'the selection');
    const editor = await openNote(path);
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    await vscode.commands.executeCommand('talkNotes.cancelTodo', 'selected');
    assert.equal(await bytesOf(path), text.replace('- [ ] Bake', '- [-] Bake'));
  });

  it('adds a to-do to a talk', async () => {
    const position = { line: 13, character: 0 };
    await row('Bake');
    const to = { uri: noteUri(path).toString(), position };
    assert.equal(await api.todos.change({}, { type: 'add', text: 'Eat pears (A)', to }), 1);
    assert.equal(await bytesOf(path), `${text}- Eat pears (A)\n`);
  });

  it('archives what is done', async () => {
    await withSetting('talkNotes.todos.checkNested', 'always', async () => {
      await api.todos.check([(await row('Pick apples')).id], true);
    });
    await api.todos.change({}, { type: 'archive', uri: noteUri(path).toString() });
    const after = await bytesOf(path);
    assert.match(after, /\nDone\n====\n\n- \[x\] Pick apples\n\n {2}- \[x\] Find a basket\n$/);
    assert.doesNotMatch(after.slice(0, after.indexOf('Done\n')), /Pick apples/);
  });

  it('leaves what is nested alone where a setting says so, and does not ask', async () => {
    await withSetting('talkNotes.todos.checkNested', 'never', async () => {
      await api.todos.check([(await row('Pick apples')).id], true);
    });
    assert.equal(await bytesOf(path), text.replace('- [ ] Pick apples', '- [x] Pick apples'));
  });

  it('writes the next one of a to-do that comes back, and the day it was done', async () => {
    await writeBytes(path, text.replace('Bake', `Bake @due(${today()}) every week`));
    await until(async () => (await row('Bake')).description?.includes('every week'), 'the date');
    await withSetting('talkNotes.todos.doneStamp', true, async () => {
      await api.todos.toggle({ ...(await choice('Bake')), done: true });
    });
    assert.match(
      await bytesOf(path),
      new RegExp(
        `- \\[ \\] Bake @due\\(${dayIn(7)}\\) every week\\n\\n- \\[x\\] Bake @due\\(${today()}\\) every week @done\\(${today()}\\)\\n`,
      ),
    );
  });

  it('lists by due date and by filter', async () => {
    await api.todos.change(await choice('Bake'), { type: 'fields', due: dayIn(-1) });
    await api.todos.options.set({ group: 'due', filter: 'bake in:changes' });
    await until(async () => {
      const lines = await drawTree(api.todos.tree);
      return lines[0]?.startsWith('Overdue') && lines[1]?.trim().startsWith('Bake | 1 day overdue');
    }, 'the overdue group');
    assert.match(api.todos.view.description ?? '', /due date.*bake/);
  });

  it('fires nothing while prose is typed, and only what changed where a to-do does', async () => {
    const { document } = await openNote(path);
    await row('Bake');
    await api.todos.tree.whenRefreshed;
    const fired: (string[] | undefined)[] = [];
    const listener = api.todos.tree.onDidChangeTreeData((ids) => fired.push(ids));
    try {
      for (let turn = 0; turn < 5; turn++)
        await replaceText(document, 'Apples\n======\n', 'Apples\n======\n\nSome prose.\n');
      // The answer to a question comes after all that was told before it.
      await api.client.todos({ showDone: false });
      await api.todos.tree.whenRefreshed;
      assert.equal(fired.length, 0);
      await api.todos.change(await choice('Bake'), { type: 'fields', priority: 'high' });
      await api.todos.tree.whenRefreshed;
      const { id } = await row('Bake');
      assert.ok(
        fired.some((ids) => ids?.includes(id)) && fired.every((ids) => ids !== undefined),
        JSON.stringify(fired),
      );
    } finally {
      listener.dispose();
    }
  });

  describe('loses nothing', () => {
    it('where the line reads otherwise by now', async () => {
      const chosen = await choice('Bake');
      const { document } = await openNote(path);
      await replaceText(document, 'Bake', 'Cook');
      assert.equal(await api.todos.change(chosen, { type: 'fields', due: dayIn(1) }), 0);
      assert.equal(document.getText(), text.replace('Bake', 'Cook'));
    });

    it('where the file is gone', async () => {
      const chosen = await choice('Bake');
      await rm(noteUri(path).fsPath);
      await api.todos.toggle({ ...chosen, done: true });
      await assert.rejects(bytesOf(path));
    });

    it('where the file may not be written', async () => {
      const chosen = await choice('Bake');
      await chmod(noteUri(path).fsPath, 0o444);
      await api.todos.change(chosen, { type: 'fields', due: dayIn(1) });
      await chmod(noteUri(path).fsPath, 0o644);
      assert.equal(await bytesOf(path), text);
    });

    it('where the note is open in two editors', async () => {
      const chosen = await choice('Bake');
      const { document } = await openNote(path);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
      await api.todos.toggle({ ...chosen, done: true });
      assert.match(document.getText(), /- \[x\] Bake/);
      assert.equal(document.isDirty, false);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });

    it('where the file changed on the disk', async () => {
      const chosen = await choice('Bake');
      await openNote(path);
      const other = text.replace('Bake', 'Cook');
      await writeBytes(path, other);
      await api.todos.toggle({ ...chosen, done: true });
      assert.equal(await bytesOf(path), other);
    });
  });

  it('toggles the to-do on the line of a lens', async () => {
    await row('Bake');
    await vscode.commands.executeCommand('talkNotes.toggleTodoLine', noteUri(path).toString(), 10);
    assert.match(await bytesOf(path), /- \[x\] Bake/);
  });
});
