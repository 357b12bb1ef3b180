import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { closeEditors, openNote, removeNote, until, writeNote } from './support.ts';
import { drawTree, findRow, note, replaceText, rowOf, talkNotes, withSetting } from './talkNotes.ts';

const path = 'conference/harvest.rst';
const text = note(
  ...['Harvest Days', '************', ''],
  ...['Apples', '======', '', '- [ ] Buy a ladder', '- [x] Buy a basket', ''],
  ...['TODO: ask for the recipe', ''],
  ...['To Do', '=====', '', '- Read the book', '- Call Ada'],
);

describe('the To-Dos view', () => {
  let api: TalkNotesApi;

  before(async () => {
    api = await talkNotes();
    await writeNote(path, text);
    await todo('Buy a ladder');
  });
  afterEach(async () => {
    await api.todos.options.set({ showDone: false });
    await closeEditors();
  });
  after(() => removeNote(path));

  const todo = (label: string) =>
    rowOf(api.todos.tree, (node) => node.label === label && node.todo !== undefined, label);
  const has = async (label: string) => (await findRow(api.todos.tree, (node) => node.label === label)) !== undefined;

  it('shows open to-dos by note and talk, with their number behind the note', async () => {
    const lines = (await drawTree(api.todos.tree)).map((line) => line.trim());
    const at = lines.findIndex((line) => line.startsWith('Harvest Days'));
    assert.match(lines[at]!, /\| .*4/);
    const rows = lines.slice(at).map((line) => line.replace(/ \|.*/, ''));
    for (const label of ['Apples', 'Buy a ladder', 'ask for the recipe', 'Read the book', 'Call Ada']) {
      assert.ok(rows.includes(label), `${label} in ${rows}`);
    }
    assert.ok(!rows.includes('Buy a basket'));
  });

  it('gives a checkbox to to-dos and to nothing else', async () => {
    const { tree } = api.todos;
    const event = await rowOf(tree, ({ label }) => label === 'Harvest Days', 'Harvest Days');
    assert.equal(tree.getTreeItem(event.id).checkboxState, undefined);
    const { checkboxState } = tree.getTreeItem((await todo('Buy a ladder')).id);
    assert.ok(typeof checkboxState === 'object');
    assert.equal(checkboxState.state, vscode.TreeItemCheckboxState.Unchecked);
    assert.match(checkboxState.accessibilityInformation!.label, /Buy a ladder, open/);
  });

  it('shows done ones when asked to', async () => {
    await vscode.commands.executeCommand('talkNotes.showDone');
    const row = await todo('Buy a basket');
    const { checkboxState } = api.todos.tree.getTreeItem(row.id);
    assert.ok(typeof checkboxState === 'object');
    assert.equal(checkboxState.state, vscode.TreeItemCheckboxState.Checked);
    await vscode.commands.executeCommand('talkNotes.hideDone');
    assert.equal(await has('Buy a basket'), false);
  });

  it('counts open ones in its badge, also while it is out of sight', async () => {
    const { document } = await openNote(path);
    const { open } = await api.client.todos({ showDone: false });
    await until(() => api.todos.view.badge?.value === open, 'the badge');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await until(() => !api.todos.view.visible, 'the view to be out of sight');
    await replaceText(document, '- Call Ada', '- Call Ada\n- Call Bo');
    await until(() => api.todos.view.badge?.value === open + 1, 'the badge to count one more');
    assert.match(api.todos.view.badge!.tooltip, /open to-dos/);
  });

  it('counts overdue ones or nothing in its badge, where a setting says so', async () => {
    const { document } = await openNote(path);
    await replaceText(document, '- Call Ada', '- Call Ada due:2001-01-01');
    const { overdue } = await until(async () => {
      const counts = await api.client.todos({ showDone: false });
      return counts.overdue > 0 && counts;
    }, 'an overdue to-do');
    await withSetting('talkNotes.todos.badge', 'overdue', async () => {
      await until(() => api.todos.view.badge?.value === overdue, 'the badge to count those');
      assert.match(api.todos.view.badge!.tooltip, /overdue to-do/);
    });
    await withSetting('talkNotes.todos.badge', 'none', async () => {
      await until(() => (api.todos.view.badge?.value ?? 0) === 0, 'the badge to go');
    });
    await until(() => (api.todos.view.badge?.value ?? 0) > 0, 'the badge to count all again');
    await replaceText(document, '- Call Ada due:2001-01-01', '- Call Ada');
    await document.save();
    await until(async () => (await todo('Call Ada')).description === undefined, 'the note as it was');
  });

  it('jumps to a to-do', async () => {
    const { command } = api.todos.tree.getTreeItem((await todo('Call Ada')).id);
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
    const editor = await until(() => vscode.window.activeTextEditor, 'the editor');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, '- Call Ada');
  });
});
