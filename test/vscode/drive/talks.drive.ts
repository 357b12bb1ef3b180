import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from './support.ts';

describe('talks, grouped, filtered and new', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ workspace: join(projectRoot, 'samples') });
    await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('Docs Day 2022').waitFor();
  });

  after(() => drive?.close());

  const quickPick = (text: string) =>
    drive.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: text }).first();

  /** Not by `drive.command`, which waits for the quick input to go: these commands ask something in it. */
  async function start(title: string): Promise<void> {
    await drive.page.keyboard.press('Control+Shift+P');
    await drive.page.locator('.quick-input-widget input.input').fill(`>Talk Notes: ${title}`);
    await quickPick(`Talk Notes: ${title}`).click();
  }

  const talksTree = () => drive.page.getByRole('tree', { name: 'Talks' });

  it('are grouped by year and by speaker', async () => {
    await start('Group Talks…');
    await quickPick('By year').click();
    await talksTree().getByRole('treeitem', { name: '2019' }).first().waitFor();
    await drive.screenshot('talks-by-year');
    await start('Group Talks…');
    await quickPick('By speaker').click();
    await talksTree()
      .getByRole('treeitem', { name: /^@\w+.*talk/ })
      .first()
      .waitFor();
    await drive.screenshot('talks-by-speaker');
    await start('Group Talks…');
    await quickPick('By event').click();
    await talksTree().getByRole('treeitem', { name: 'Harbour Web 2021' }).first().waitFor();
  });

  it('are marked with what is open and broken in them, however long their titles are', async () => {
    await talksTree().getByRole('treeitem', { name: 'Harbour Web 2021' }).click();
    await drive.page.keyboard.press('ArrowRight');
    const row = drive.treeRow('How a page gets slow');
    await row.waitFor();
    // A decoration is drawn by style sheets.
    const marks = () =>
      row.evaluate((element) => {
        interface Drawn {
          querySelectorAll(selector: string): Iterable<unknown>;
        }
        const style = (globalThis as unknown as { getComputedStyle(of: unknown, part: string): { content: string } })
          .getComputedStyle;
        return [...(element as unknown as Drawn).querySelectorAll('*')].map((each) => style(each, '::after').content);
      });
    for (let turn = 0; turn < 100 && !(await marks()).includes('"1!"'); turn++) await drive.page.waitForTimeout(100);
    assert.ok((await marks()).includes('"1!"'), String(await marks()));
    await drive.screenshot('talk-marks');
  });

  it('are filtered by what is typed', async () => {
    await start('Filter Talks…');
    await drive.page.locator('.quick-input-title').getByText('Filter Talks', { exact: true }).waitFor();
    await quickPick('Videos I meant to watch').waitFor();
    await drive.page.locator('.quick-input-widget input.input').fill('forms');
    await quickPick('Talks with “forms”').click();
    await talksTree().getByRole('treeitem', { name: 'Docs Day 2022' }).waitFor({ state: 'hidden' });
    await drive.screenshot('talks-filtered');
    await drive.command('Talk Notes: Clear Filter of Talks');
    await talksTree().getByRole('treeitem', { name: 'Docs Day 2022' }).waitFor();
  });

  it('of a speaker stand on a page over all events, and a click goes to one of them', async () => {
    const { page } = drive;
    await start('Talks of a Speaker…');
    await page.locator('.quick-input-title').getByText('Talks of a Speaker', { exact: true }).waitFor();
    await page.locator('.quick-input-widget input.input').fill('@dagny');
    await page.keyboard.press('Enter');
    await quickPick('All of them on a page').click();
    await page.locator('.view-line').getByText('@dagny_waits', { exact: true }).waitFor();
    const talk = page.locator('.view-line .detected-link').getByText('Load tests for small teams').first();
    await page.locator('.view-line').getByText('Harbour Web 2021').waitFor();
    await drive.screenshot('speaker-page');
    // The same without the mouse: where the cursor is.
    await talk.click();
    await drive.command('Open Link');
    await page.getByRole('tab', { name: 'harbour-web-2021.rst' }).waitFor();
    await page.getByText('Ln 41, Col 1').waitFor();
  });

  it('get a note of their own, in the style of those around', async () => {
    await start('New Talk Note…');
    await drive.page.getByText('Title of the talk').waitFor();
    await drive.page.keyboard.type('Plain text wins');
    await drive.page.keyboard.press('Enter');
    await quickPick('Harbour Web 2021').click();
    await drive.page.getByText('Who speaks?').waitFor();
    await drive.page.keyboard.type('@ada');
    await drive.page.keyboard.press('Enter');
    await drive.page.getByRole('tab', { name: 'plain-text-wins.rst' }).waitFor();
    await drive.page.locator('.view-line').getByText('@ada').waitFor();
    await drive.screenshot('new-talk-note');
    const text = String(await readFile(join(drive.workspace, 'conference/plain-text-wins.rst')));
    assert.match(text, /^Plain text wins\n([=*]){15}\n\n:event: Harbour Web 2021\n:date: \d{4}-\d\d-\d\d\n\n@ada\n/);
  });

  it('are found by whoever follows the walkthrough', async () => {
    await drive.page.keyboard.press('Control+Shift+P');
    await drive.page.locator('.quick-input-widget input.input').fill('>Welcome: Open Walkthrough');
    await quickPick('Welcome: Open Walkthrough').click();
    await quickPick('Get Started with Talk Notes').click();
    const steps = drive.page.locator('.getting-started-step');
    await steps.filter({ hasText: 'Mend a link' }).waitFor();
    await steps.filter({ hasText: 'Write in the margin' }).locator('.step-title').click();
    await drive.page.getByRole('button', { name: 'Add Annotation' }).waitFor();
    await drive.screenshot('walkthrough');
  });
});
