import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { type Drive, startDrive } from './support.ts';

describe('VS Code in the browser', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive();
  });

  after(() => drive?.close());

  it('shows the notes of the folder', () => drive.treeRow('meetup.md').waitFor());

  it('opens a note', async () => {
    const editor = await drive.openFile('europython.rst');
    await editor.getByText('Parsing plain text').first().waitFor();
  });

  it('runs a command and shows a view', async () => {
    await drive.command('Problems: Focus on Problems View');
    await drive.page.locator('.markers-panel').waitFor();
    await drive.openView('Outline');
    const screenshot = await drive.screenshot('host');
    assert.ok((await stat(screenshot)).size > 10_000);
  });
});
