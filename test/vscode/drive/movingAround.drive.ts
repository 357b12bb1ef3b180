import assert from 'node:assert/strict';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe('Moving through the notes, by mouse and keyboard', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({
      workspace: join(projectRoot, 'samples'),
      // VS Code's own offers, which are words of the open files, would stand among ours.
      settings: { 'editor.wordBasedSuggestions': 'off' },
    });
  });

  after(() => drive?.close());

  const lines = () => drive.page.locator('.editor-instance .view-line');

  it('shows over a link where it leads', async () => {
    const { page } = drive;
    await drive.openFile('conference/index.rst');
    // Links are underlined once the server has answered.
    await page.locator('.detected-link').filter({ hasText: 'northern-python-2019' }).first().hover();
    const hover = page.locator('.monaco-hover').filter({ hasText: 'Northern Python 2019' });
    await hover.first().waitFor();
    await drive.screenshot('hover-note');
    await page.keyboard.press('Escape');
  });

  it('shows the picture over its path', async () => {
    const { page } = drive;
    await drive.openFile('conference/testing-forum-2020.rst');
    const path = page.locator('.detected-link').filter({ hasText: 'queue.svg' }).first();
    await path.hover();
    const picture = page.locator('.monaco-hover img').first();
    await picture.waitFor();
    await page.waitForFunction((image) => (image as HTMLImageElement).naturalWidth > 0, await picture.elementHandle());
    await drive.screenshot('hover-picture');
    await page.keyboard.press('Escape');
  });

  it('peeks at uses of a title', async () => {
    const { page } = drive;
    await drive.openFile('conference/northern-python-2019.rst');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+F12');
    const peek = page.locator('.peekview-widget, .zone-widget').filter({ hasText: 'index.rst' });
    await peek.first().waitFor();
    await drive.screenshot('peek-references');
    await page.keyboard.press('Escape');
  });

  it('lists backlinks of the note in the editor, and goes to one', async () => {
    const { page } = drive;
    await drive.openView('Backlinks');
    const row = drive.treeRow('northern-python-2019');
    await row.waitFor();
    await drive.screenshot('backlinks');
    await row.dblclick();
    await page.getByRole('tab', { name: 'index.rst', selected: true }).waitFor();
  });

  it('completes a document as one types, and stays away from prose', async () => {
    const { page } = drive;
    await drive.openFile('howto/profiling.rst');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nProse and quiet');
    const suggestions = page.locator('.suggest-widget .monaco-list-row');
    await assert.rejects(suggestions.first().waitFor({ timeout: 1500 }), { name: 'TimeoutError' });
    const suggestion = suggestions.getByText('quiet-software-2023').first();
    await page.keyboard.type(' more: :doc:`../conf');
    await suggestions.getByText('conference/').first().waitFor();
    await page.keyboard.press('Enter');
    // What is in the folder is offered at once.
    await suggestion.waitFor();
    await page.keyboard.type('quiet');
    await drive.screenshot('completion');
    await page.keyboard.press('Enter');
    await lines().getByText(':doc:`../conference/quiet-software-2023`').first().waitFor();
  });
});
