import assert from 'node:assert/strict';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { type Drive, startDrive } from './support.ts';

const plan = 'Plan\n====\n\n.. _goal:\n\nThe goal\n--------\n\nWords.\n';
const other = 'Other\n=====\n\nSee :ref:`goal` and :doc:`plan`.\n';
const address = 'https://example.org/docs';
const broken = 'Broken\n======\n\nSee :doc:`plann`.\n';

describe('writing in notes, with the keyboard and the mouse', () => {
  let drive: Drive;

  let folder: TempFolder;

  before(async () => {
    folder = await makeTempFolder();
    await writeFile(join(folder.path, 'plan.rst'), plan);
    await writeFile(join(folder.path, 'other.rst'), other);
    await writeFile(join(folder.path, 'broken.rst'), broken);
    await writeFile(join(folder.path, 'paste.rst'), `See the docs here.\n\n${address}\n`);
    drive = await startDrive({ workspace: folder.path });
  });

  after(async () => {
    await drive?.close();
    await folder.remove();
  });

  const read = (name: string) => readFile(join(drive.workspace, name), 'utf8');
  const explorerRow = (name: string) => drive.page.locator('.explorer-folders-view').getByText(name, { exact: true });
  const line = (text: string) => drive.page.locator('.view-line').getByText(text);

  /** Waits until files on the disk read as expected. */
  async function filesToBe(expected: Record<string, string>): Promise<void> {
    for (let turn = 0; turn < 100; turn++) {
      const texts = await Promise.all(Object.keys(expected).map((name) => read(name).catch(() => 'missing')));
      if (texts.join('\0') === Object.values(expected).join('\0')) {
        return;
      }
      await drive.page.waitForTimeout(100);
    }
    for (const [name, text] of Object.entries(expected)) {
      assert.equal(await read(name), text, name);
    }
  }

  it('renames a label in all notes, and one Ctrl+Z brings all of them back', async () => {
    const { page } = drive;
    await drive.openFile('plan.rst');
    await page.keyboard.press('Control+Home');
    for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
    for (let column = 0; column < 6; column++) await page.keyboard.press('ArrowRight');
    const box = page.locator('.rename-box input').first();
    // The server may still be starting.
    for (let turn = 0; turn < 10 && !(await box.isVisible()); turn++) {
      await page.keyboard.press('F2');
      await box.waitFor({ timeout: 2000 }).catch(() => {});
    }
    assert.equal(await box.inputValue(), 'goal');
    await drive.screenshot('rename');
    await box.fill('the aim');
    await page.keyboard.press('Enter');
    await line('the aim').first().waitFor();
    await drive.command('File: Save All Files');
    await filesToBe({
      'plan.rst': plan.replace('_goal', '_`the aim`'),
      'other.rst': other.replace('`goal`', '`the aim`'),
    });
    await page.keyboard.press('Control+z');
    // VS Code may ask whether all files are meant.
    const all = page.getByRole('button', { name: /^Undo in 2 Files/ });
    await Promise.race([all.click().catch(() => {}), line('_goal').waitFor()]);
    await line('_goal').waitFor();
    await drive.command('File: Save All Files');
    await filesToBe({ 'plan.rst': plan, 'other.rst': other });
  });

  it('asks before links follow a file that is renamed, and one Ctrl+Z takes back both', async () => {
    const { page } = drive;
    await drive.command('View: Close All Editors');
    await explorerRow('plan.rst').click();
    await page.keyboard.press('F2');
    const box = page.locator('.explorer-item-edited input');
    await box.fill('scheme.rst');
    await page.keyboard.press('Enter');
    const question = page.locator('.monaco-dialog-box');
    await question.getByText('wants to make refactoring changes with this file move').waitFor();
    await drive.screenshot('move-question');
    await question.getByRole('button', { name: 'OK' }).click();
    await filesToBe({ 'scheme.rst': plan, 'other.rst': other.replace(':doc:`plan`', ':doc:`scheme`') });
    await explorerRow('scheme.rst').click();
    await page.keyboard.press('Control+z');
    const undo = page.locator('.monaco-dialog-box').getByRole('button', { name: /^(Undo|Yes)/ });
    await Promise.race([undo.first().click(), explorerRow('plan.rst').waitFor()]);
    await explorerRow('plan.rst').waitFor();
    await drive.command('File: Save All Files');
    await filesToBe({ 'plan.rst': plan, 'other.rst': other });
    await assert.rejects(access(join(drive.workspace, 'scheme.rst')));
  });

  it('mends a broken link by the light bulb, and one Ctrl+Z takes it back', async () => {
    const { page } = drive;
    await drive.openFile('broken.rst');
    await page.keyboard.press('Control+Home');
    for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
    await page.locator('.squiggly-warning').first().waitFor();
    for (let column = 0; column < 12; column++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget').getByText('Did you mean plan.rst?');
    await fix.waitFor();
    await drive.screenshot('quick-fix');
    await fix.click();
    await line(':doc:`plan`.').waitFor();
    await page.keyboard.press('Control+z');
    await line(':doc:`plann`.').waitFor();
    await page.keyboard.press('Control+s');
    await filesToBe({ 'broken.rst': broken });
  });

  it('makes a link of an address that is pasted over text, and keeps the address at the end of the note', async () => {
    const { page } = drive;
    await drive.openFile('paste.rst');
    await press('Control+End');
    await press('ArrowUp');
    await press('Shift+End');
    await press('Control+c');
    await press('Control+Home');
    await press('ArrowRight', 'See '.length);
    await press('Shift+ArrowRight', 'the docs'.length);
    await press('Control+v');
    await line('See `the docs`_ here.').waitFor();
    await line(`.. _\`the docs\`: ${address}`).waitFor();
    await press('Control+z');
    await line('See the docs here.').waitFor();
    assert.equal(await page.locator('.view-line').getByText('.. _').count(), 0, 'one step of undo');
  });

  async function press(key: string, times = 1): Promise<void> {
    for (let turn = 0; turn < times; turn++) await drive.page.keyboard.press(key);
  }
});
