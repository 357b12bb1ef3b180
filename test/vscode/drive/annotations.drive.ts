import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive, untilReads } from './support.ts';

const note = 'conference/harbour-web-2021.rst';

describe('annotations, used with mouse and keyboard', () => {
  let drive: Drive;
  let original: Buffer;

  before(async () => {
    drive = await startDrive({
      workspace: join(projectRoot, 'samples'),
      settings: { 'talkNotes.annotations.author': 'Ada Byron' },
    });
    original = await readFile(join(drive.workspace, note));
  });

  after(() => drive?.close());

  const widget = () => drive.page.locator('.review-widget').filter({ visible: true }).first();

  const button = (text: string) =>
    drive.page.locator('.review-widget .form-actions .monaco-button').getByText(text, { exact: true }).first();

  it('are written at the cursor, by keyboard', async () => {
    const { page } = drive;
    await drive.openFile(note);
    // Found broken links mean that the extension runs: until then its commands are not there.
    await page.locator('.squiggly-warning').first().waitFor();
    await page.keyboard.press('Control+g');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await drive.command('Talk Notes: Add Annotation');
    await widget().waitFor();
    await page.keyboard.type('Is there a recording?');
    await drive.screenshot('annotation-new');
    await button('Annotate').click();
    await widget().locator('.comment-body').getByText('Is there a recording?').waitFor();
    await drive.screenshot('annotation-written');
    await untilReads(drive, note, /^\.\. annotation:\n {3}:author: Ada Byron\n/m);
  });

  it('are answered and resolved with the mouse', async () => {
    const { page } = drive;
    await widget().locator('.review-thread-reply-button, .comment-form .monaco-editor').first().click();
    await page.keyboard.type('Yes, since May.');
    await button('Reply').click();
    await widget().locator('.comment-body').getByText('Yes, since May.').waitFor();
    await widget().locator('.head').hover();
    await drive.screenshot('annotation-thread');
    await widget().getByRole('button', { name: 'Resolve Annotation' }).click();
    // VS Code folds a thread away that is resolved.
    await widget().waitFor({ state: 'hidden' });
    await untilReads(drive, note, /^ {3}:state: resolved$/m);
  });

  it('stand in the view, and go with Delete', async () => {
    const { page } = drive;
    await drive.openView('Annotations');
    await page.locator('.pane-header').filter({ hasText: 'Annotations' }).hover();
    await page.getByRole('button', { name: 'Show Resolved Annotations' }).click();
    const row = page
      .getByRole('tree', { name: 'Annotations' })
      .getByRole('treeitem', { name: 'Is there a recording?' });
    await row.waitFor();
    await drive.screenshot('annotations-view');
    await row.click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete Annotation' }).waitFor();
    await drive.screenshot('annotation-menu');
    // Behind Reopen Annotation and Turn into To-Do.
    for (let item = 0; item < 3; item++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'hidden' });
    await untilReads(drive, note, original);
  });
});
