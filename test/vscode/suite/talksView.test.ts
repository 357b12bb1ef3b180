import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TalkNotesApi } from '../../../client/src/extension.shared.ts';
import { closeEditors, openNote, removeNote, until, writeNote } from './support.ts';
import { drawTree, findRow, note, replaceText, rowOf, talkNotes, withSetting } from './talkNotes.ts';

const path = 'conference/lighthouse.rst';
const text = note(
  ...['Lighthouse Days', '***************', ''],
  ...['Lamps', '=====', '', '@ada', '', 'Glass', '-----', '', 'Thick.', ''],
  ...['Lightning Talks', '===============', '', 'One.', ''],
  ...['Lightning Talks', '===============', '', 'Two.'],
);

describe('the Talks view', () => {
  let api: TalkNotesApi;

  before(async () => {
    api = await talkNotes();
    await writeNote(path, text);
    await rowOf(api.talks.tree, ({ label }) => label === 'Lighthouse Days', 'Lighthouse Days');
  });
  afterEach(closeEditors);
  after(() => removeNote(path));

  const row = (label: string) => rowOf(api.talks.tree, (node) => node.label === label, label);

  it('shows an event with its talks, their speakers and sections', async () => {
    const event = await row('Lighthouse Days');
    assert.equal(event.kind, 'event');
    assert.deepEqual(await drawTree(api.talks.tree, event.id), [
      'Lamps | @ada',
      '  Glass',
      'Lightning Talks',
      'Lightning Talks',
    ]);
  });

  it('keeps the ids of its rows when lines are put above them', async () => {
    const before = (await row('Glass')).id;
    const { document } = await openNote(path);
    await replaceText(document, 'Lamps\n', 'New Talk\n========\n\nNew.\n\nLamps\n');
    await row('New Talk');
    assert.equal((await row('Glass')).id, before);
  });

  it('shows the buffer, not the file, while a note is edited', async () => {
    const { document } = await openNote(path);
    await replaceText(document, 'Glass', 'Class');
    await row('Class');
    await closeEditors();
    await row('Glass');
  });

  it('jumps to a title, at the top of the editor', async () => {
    const { command } = api.talks.tree.getTreeItem((await row('Glass')).id);
    await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
    const editor = await until(() => vscode.window.activeTextEditor, 'the editor');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, 'Glass');
    assert.ok(editor.selection.isEmpty);
  });

  it('selects the talk that the cursor is in, where that is asked for', async () => {
    await vscode.commands.executeCommand('workbench.view.extension.talkNotes');
    await until(() => api.talks.view.visible, 'the view');
    const editor = await openNote(path);
    await withSetting('talkNotes.talks.followCursor', true, async () => {
      editor.selection = new vscode.Selection(11, 0, 11, 0);
      await until(() => selectedLabel(api) === 'Glass', 'the row of the cursor');
      editor.selection = new vscode.Selection(16, 0, 16, 0);
      await until(() => selectedLabel(api) === 'Lightning Talks', 'the row of the cursor');
    });
    assert.equal(vscode.window.activeTextEditor?.document, editor.document);
  });

  it('loses a note that is removed', async () => {
    await writeNote('conference/gone.rst', note('Gone Days', '*********', '', 'Talk', '===='));
    await row('Gone Days');
    await removeNote('conference/gone.rst');
    await until(async () => !(await findRow(api.talks.tree, ({ label }) => label === 'Gone Days')), 'the row to go');
  });
});

function selectedLabel(api: TalkNotesApi): string | undefined {
  const [selected] = api.talks.view.selection;
  return selected === undefined ? undefined : api.talks.tree.node(selected)?.label;
}
