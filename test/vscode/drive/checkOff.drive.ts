import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

const note = 'conference/northern-python-2019.rst';
const todoText = 'Read Architecture decision records properly.';

describe('the side bar, used with the mouse', () => {
  let drive: Drive;
  let original: Buffer;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
    original = await read();
  });

  after(() => drive?.close());

  const read = () => readFile(join(drive.workspace, note));
  const todoRow = () => drive.treeRow(todoText);
  const checkbox = () => todoRow().locator('.custom-view-tree-node-item-checkbox');

  it('shows talks and to-dos', async () => {
    await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('Northern Python 2019').waitFor();
    await drive.screenshot('side-bar');
  });

  it('jumps to a talk', async () => {
    await drive.treeRow('Northern Python 2019').first().click();
    const talk = drive.treeRow('A profiler in an afternoon');
    if (!(await talk.isVisible())) await drive.page.keyboard.press('ArrowRight');
    await talk.click();
    await drive.page.locator('.view-line').getByText('A profiler in an afternoon').first().waitFor();
    await drive.screenshot('talks-view');
  });

  it('checks a to-do off in the file', async () => {
    await drive.page.keyboard.press('Escape');
    await drive.command('View: Close All Editors');
    await drive.command('Talk Notes: Focus on To-Dos View');
    await todoRow().waitFor();
    await drive.screenshot('todos-view');
    await checkbox().click();
    await todoRow().waitFor({ state: 'hidden' });
    await drive.screenshot('todos-view-checked');
    assert.match(String(await read()), /- \[x\] Read \*Architecture decision records\* properly\./);
  });

  it('has one Ctrl+Z in the note bring the bytes back', async () => {
    const editor = await drive.openFile(note);
    await editor.locator('.view-line').first().click();
    await drive.page.keyboard.press('Control+z');
    await drive.page.keyboard.press('Control+s');
    await todoRow().waitFor();
    assert.deepEqual(await read(), original);
  });
});
