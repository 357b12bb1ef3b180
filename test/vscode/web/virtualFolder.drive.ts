/** Talk Notes in the browser's extension host, on a folder that is on no disk. */
import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { type Drive, startDrive } from '../drive/support.ts';
import { buildMemoryFiles, virtualFolder } from './virtualFolder.ts';

describe('a folder that is on no disk, in VS Code for the Web', () => {
  let temp: TempFolder;
  let drive: Drive;

  before(async () => {
    temp = await makeTempFolder();
    const files = await buildMemoryFiles(temp.path, join(projectRoot, 'samples'));
    const settings = { 'talkNotes.links.web.check': 'ask' };
    drive = await startDrive({ folderUri: virtualFolder, otherExtensions: [files], settings });
  });

  after(async () => {
    await drive?.close();
    await temp?.remove();
  });

  it('has the talks of all its notes, read without one being open', async () => {
    await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('Harbour Web').waitFor();
    await drive.treeRow('Docs Day').waitFor();
    assert.ok((await stat(await drive.screenshot('web-virtual-talks'))).size > 10_000);
  });

  it('has its links checked against what is there', async () => {
    await drive.command('Talk Notes: Check Links in Workspace');
    await drive.page
      .locator('.notifications-toasts')
      .getByText(/links in .* notes checked/)
      .waitFor();
    const problems = drive.page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: 'writing-checklist.pdf' }).first().waitFor();
    assert.ok((await stat(await drive.screenshot('web-virtual-problems'))).size > 10_000);
  });

  it('has a to-do checked off in its file', async () => {
    const row = drive.treeRow('Check out vale');
    await row.waitFor();
    const label = await row.getAttribute('aria-label');
    assert.ok(label);
    await row.locator('.monaco-custom-toggle, .custom-view-tree-node-item-checkbox').first().click();
    await row.waitFor({ state: 'detached' });
    await drive.screenshot('web-virtual-checked');
  });

  it('says that its web links are not checked, and does not ask whether they should be', async () => {
    // A folder without a search is nothing that Ctrl+P finds files in.
    await drive.treeRow('Harbour Web').click();
    await drive.page.keyboard.press('ArrowRight');
    await drive.treeRow('How a page gets slow').click();
    await drive.page.locator('.view-line').getByText('How a page gets slow').first().waitFor();
    await drive.openView('Links');
    await drive.page.getByText('not in VS Code for the Web').first().waitFor();
    await drive.command('Talk Notes: Check Web Links');
    const toasts = drive.page.locator('.notifications-toasts');
    await toasts.getByText('Web links are not checked here').waitFor();
    assert.equal(await toasts.getByText(/Check the .*web links? in your notes/).count(), 0);
    await drive.screenshot('web-virtual-links');
  });
});
