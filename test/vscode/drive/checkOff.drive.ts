import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive, untilReads } from './support.ts';

const note = 'conference/northern-python-2019.rst';
const docsDay = 'conference/docs-day-2022.rst';
const todoText = 'Read Architecture decision records properly.';

describe('the side bar, used with the mouse', () => {
  let drive: Drive;
  let original: Buffer;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
    original = await readFile(join(drive.workspace, note));
  });

  after(() => drive?.close());

  /** Else there are but five rows to be seen, the last of them in part. */
  async function giveTodosTheHeight(): Promise<void> {
    const talks = drive.page.locator('.pane-header[aria-expanded="true"] .title').getByText('Talks', { exact: true });
    if (await talks.isVisible()) await talks.click();
    await talks.waitFor({ state: 'hidden' });
  }

  const todoRow = () => drive.treeRow(todoText);
  const checkbox = () => todoRow().locator('.custom-view-tree-node-item-checkbox');

  it('shows talks and to-dos', async () => {
    await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('Northern Python 2019').waitFor();
    await drive.screenshot('side-bar');
  });

  it('jumps to a talk', async () => {
    await drive.treeRow('Northern Python 2019').click();
    await drive.page.keyboard.press('ArrowRight');
    await drive.treeRow('A profiler in an afternoon').click();
    await drive.page.getByText('Ln 23, Col 1').waitFor();
    await drive.screenshot('talks-view');
  });

  it('checks a to-do off in the file', async () => {
    await drive.command('View: Close All Editors');
    await giveTodosTheHeight();
    await drive.treeRow('Rewrite the first paragraph').hover();
    for (let turn = 0; turn < 20 && !(await todoRow().isVisible()); turn++) await drive.page.mouse.wheel(0, 100);
    await todoRow().hover();
    await drive.screenshot('todos-view');
    await checkbox().click();
    await todoRow().waitFor({ state: 'hidden' });
    await drive.screenshot('todos-view-checked');
    await untilReads(drive, note, /- \[x\] Read \*Architecture decision records\* properly\./);
  });

  it('has one Ctrl+Z in the note bring the bytes back', async () => {
    await drive.openFile(note);
    await drive.page.keyboard.press('Control+End');
    await drive.page.locator('.view-line').getByText('[x] Read').waitFor();
    await drive.page.keyboard.press('Control+z');
    await drive.page.locator('.view-line').getByText('[x] Read').waitFor({ state: 'hidden' });
    await drive.page.keyboard.press('Control+s');
    await todoRow().waitFor();
    await untilReads(drive, note, original);
  });

  it('checks all selected to-dos off with one click, and takes them back with the button', async () => {
    const { page } = drive;
    const before = await readFile(join(drive.workspace, docsDay));
    await page.getByRole('tree', { name: 'To-Dos' }).press('Home');
    const first = drive.treeRow('Rewrite the first paragraph');
    const second = drive.treeRow('Check out vale for the style guide.');
    await first.click();
    await second.click({ modifiers: ['Control'] });
    await second.locator('.custom-view-tree-node-item-checkbox').click();
    await first.waitFor({ state: 'hidden' });
    await second.waitFor({ state: 'hidden' });
    await untilReads(drive, docsDay, /^\[x\] Rewrite[\s\S]*^\[x\] Check out/m);
    await page.locator('.pane-header').filter({ hasText: 'To-Dos' }).hover();
    await page.getByRole('button', { name: 'Undo Last Check-Off' }).click();
    await first.waitFor();
    await second.waitFor();
    await untilReads(drive, docsDay, before);
  });

  it('checks the focused to-do off with the keyboard', async () => {
    const row = drive.treeRow('Check out vale for the style guide.');
    await row.click();
    await drive.page.keyboard.press('Shift+F10');
    await drive.page.getByRole('menuitem', { name: 'Toggle To-Do' }).waitFor();
    await drive.screenshot('todo-menu');
    await drive.page.keyboard.press('ArrowDown');
    await drive.page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden' });
    await untilReads(drive, docsDay, /^\[x\] Check out/m);
  });
});
