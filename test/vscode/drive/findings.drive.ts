import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe('broken links, as a person sees them', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
  });

  after(() => drive?.close());

  it('are underlined, and say what is wrong when pointed at', async () => {
    const editor = await drive.openFile('conference/docs-day-2022.rst');
    await editor.locator('.squiggly-warning').first().waitFor();
    await editor.locator('.view-line').getByText('writing-checklist.pdf').first().hover();
    const hover = drive.page.locator('.monaco-hover').filter({ hasText: 'link.file-missing' });
    await hover.first().waitFor();
    assert.match((await hover.first().textContent()) ?? '', /writing-checklist\.pdf/);
    assert.ok((await stat(await drive.screenshot('squiggle'))).size > 10_000);
  });

  it('are listed for all notes when all links are checked', async () => {
    await drive.page.keyboard.press('Escape');
    await drive.command('Talk Notes: Check Links in Workspace');
    await drive.page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await drive.page
      .locator('.notifications-toasts')
      .getByText(/links in .* notes checked/)
      .waitFor();
    await drive.screenshot('problems');
  });
});
