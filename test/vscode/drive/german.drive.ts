import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe('VS Code in German', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples'), language: 'de' });
  });

  after(() => drive?.close());

  it('has German texts from the client and from the server', async () => {
    const { page, treeRow } = drive;
    await page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await treeRow('Docs Day 2022').waitFor();
    await treeRow(/\d offen/).waitFor();
    await page.keyboard.press('Control+Shift+P');
    const quickInput = page.locator('.quick-input-widget');
    await quickInput.locator('input.input').fill('>Talk Notes: Group To-Dos…');
    await quickInput.locator('.monaco-list-row').filter({ hasText: 'Talk Notes: Group To-Dos…' }).first().click();
    await quickInput.getByText('Nach Fälligkeit').click();
    await treeRow('Kein Datum').waitFor();
    await drive.openFile('conference/harbour-web-2021.rst');
    await page.locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('F8');
    await page
      .getByText(/^Keine Notiz „/)
      .first()
      .waitFor();
    await drive.screenshot('german');
  });
});
