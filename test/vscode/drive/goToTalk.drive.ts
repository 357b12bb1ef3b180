import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe('Go to Talk…, used with the keyboard', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
  });

  after(() => drive?.close());

  /** Not by `drive.command`, which waits for the list of commands to go: this one shows its own list in its place. */
  async function openList(): Promise<void> {
    const { page } = drive;
    const title = 'Talk Notes: Go to Talk…';
    await page.keyboard.press('Control+Shift+P');
    await page.locator('.quick-input-widget input.input').fill(`>${title}`);
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: title }).first().click();
    await page.locator('.quick-input-title').getByText('Go to Talk', { exact: true }).waitFor();
  }

  it('starts at the talk that the cursor is in, and shows nothing else until the user moves', async () => {
    const { page } = drive;
    await drive.openFile('harbour-web-2021.rst');
    await page.keyboard.press('Control+End');
    await openList();
    const active = page.locator('.quick-input-widget .monaco-list-row.focused');
    await active.getByText('Other Links').waitFor();
    // The note of the list's first talk; a preview comes within a tenth of a second.
    const strayed = page.getByRole('tab', { name: 'docs-day-2022.rst' }).waitFor({ timeout: 1500 });
    await assert.rejects(strayed, { name: 'TimeoutError' });
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await drive.command('View: Close All Editors');
  });

  it('finds a talk by its speaker, shows it, and goes there', async () => {
    const { page } = drive;
    await drive.openFile('README.rst');
    await openList();
    const list = page.locator('.quick-input-widget .monaco-list-row');
    await list.filter({ hasText: 'Northern Python 2019' }).first().waitFor();
    await drive.screenshot('go-to-talk');
    await page.keyboard.type('mira_drafts');
    const lines = page.locator('.editor-instance .view-line');
    await lines.getByText('Write the answer first').first().waitFor();
    await drive.screenshot('go-to-talk-preview');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'docs-day-2022.rst' }).waitFor();
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  });

  it('goes back on Escape', async () => {
    const { page } = drive;
    await openList();
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await page.keyboard.type('Forms are the web');
    await page.getByRole('tab', { name: 'harbour-web-2021.rst' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'harbour-web-2021.rst' }).waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: 'docs-day-2022.rst', selected: true }).waitFor();
  });
});
