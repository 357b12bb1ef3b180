import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe("Markdown notes beside VS Code's own Markdown extension, as a person sees them", () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
  });

  after(() => drive?.close());

  it('have each title in the Outline once', async () => {
    const { page } = drive;
    await drive.openFile('conference/plain-text-days-2024.md');
    await drive.command('Explorer: Focus on Outline View');
    const rows = page.locator('.outline-tree .monaco-list-row');
    await rows.filter({ hasText: 'Keep the lines short' }).first().waitFor();
    await drive.screenshot('markdown-outline');
    const labels = await rows.locator('.monaco-highlighted-label').allTextContents();
    const titles = labels.map((label) => label.replace(/^#+ /, ''));
    assert.deepEqual(titles, [...new Set(titles)]);
    assert.ok(titles.includes('Notes that link to each other'), titles.join(', '));
  });

  it('have each title in the list of all symbols once', async () => {
    const { page } = drive;
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await page.keyboard.press('Control+T');
    await page.locator('.quick-input-widget input.input').fill('#keep the lines');
    await rows.filter({ hasText: 'Keep the lines short' }).first().waitFor();
    await drive.screenshot('markdown-symbols');
    assert.equal(await rows.filter({ hasText: 'Keep the lines short' }).count(), 1);
    await page.keyboard.press('Escape');
  });

  it('lead on a click to the note that a wiki link names, wherever that is', async () => {
    const { page } = drive;
    const editor = await drive.openFile('conference/plain-text-days-2024.md');
    const link = editor.locator('.detected-link').getByText('profiling').first();
    await link.waitFor();
    await drive.screenshot('markdown-note');
    await link.click({ modifiers: ['Control'] });
    await page.getByRole('tab', { name: 'profiling.rst' }).waitFor();
  });
});
