import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayIn, today } from '../../../client/src/today.ts';
import { makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { type Drive, startDrive } from './support.ts';

const harvest = `Harvest Days
************

Apples
======

@ada

- [ ] Buy a ladder @due(${dayIn(-3)}) @ada
- [ ] (A) Watch the recording again #video

  - [ ] Find the slides

- [/] Write it up due:${dayIn(1)}
- [-] Ask for a copy
- [x] Buy a basket

Pears
=====

To Do
-----

- Read the book
- Call Eve due:${today()}
`;
const reading = `# Reading\n\n- [ ] Read the paper 📅 ${dayIn(40)} 🔽\n- [ ] Water the plants 📅 ${dayIn(-1)} 🔁 every week\n`;
const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };

async function makeNotes(temp: TempFolder): Promise<string> {
  const folder = join(temp.path, 'notes');
  await mkdir(join(folder, 'conference'), { recursive: true });
  await writeFile(join(folder, 'conference/harvest.rst'), harvest);
  await writeFile(join(folder, 'reading.md'), reading);
  return folder;
}

describe('to-dos, used with mouse and keyboard', () => {
  let temp: TempFolder;
  let drive: Drive;

  before(async () => {
    temp = await makeTempFolder();
    drive = await startDrive({ workspace: await makeNotes(temp), settings: { 'workbench.colorTheme': themes.dark } });
    await showTodos(drive);
  });

  after(async () => {
    await drive?.close();
    await temp?.remove();
  });

  const read = async (path = 'conference/harvest.rst') => String(await readFile(join(drive.workspace, path)));

  /** Waits until the file reads so. */
  async function reads(pattern: RegExp, path?: string): Promise<void> {
    for (let turn = 0; turn < 100; turn++) {
      if (pattern.test(await read(path))) return;
      await drive.page.waitForTimeout(100);
    }
    assert.match(await read(path), pattern);
  }

  async function hoverAction(row: string, action: string): Promise<void> {
    await drive.treeRow(row).hover();
    await drive.treeRow(row).getByRole('button', { name: action }).click();
  }

  it('groups by due date', async () => {
    await ask(drive, 'Talk Notes: Group To-Dos…', 'Group To-Dos', 'By due date');
    await drive.treeRow(/^Overdue/).waitFor();
    await drive.treeRow('No date').waitFor();
    await drive.screenshot('todos-by-due-dark');
  });

  it('sets a due date with the picker', async () => {
    await hoverAction('Find the slides', 'Set Due Date…');
    await drive.page.locator('.quick-input-widget').getByText('Next Monday').waitFor();
    await drive.screenshot('todos-due-picker');
    await answer(drive, 'Due Date', 'Tomorrow');
    await reads(new RegExp(`- \\[ \\] Find the slides @due\\(${dayIn(1)}\\)`));
  });

  it('filters, and shows all again', async () => {
    await ask(drive, 'Talk Notes: Filter To-Dos…', 'Filter To-Dos', '@ada');
    await drive.treeRow('Read the book').waitFor({ state: 'hidden' });
    await drive.treeRow('Buy a ladder').waitFor();
    await drive.screenshot('todos-filtered');
    await drive.command('Talk Notes: Clear To-Do Filter');
    await drive.treeRow('Read the book').waitFor();
  });

  it('adds a to-do to a talk', async () => {
    await ask(drive, 'Talk Notes: Add To-Do…', 'Add To-Do', 'Send a card @eve');
    await drive.page.getByPlaceholder('Which talk or note?').waitFor();
    await answer(drive, 'Add To-Do', 'Pears');
    await reads(/- Call Eve due:\S+\n- Send a card @eve\n/);
  });

  it('offers the talk that was visited last on top', async () => {
    await ask(drive, 'Talk Notes: Add To-Do…', 'Add To-Do', 'Thank @eve');
    await drive.page.getByPlaceholder('Which talk or note?').waitFor();
    await drive.page.keyboard.press('Enter');
    await reads(/- Send a card @eve\n- Thank @eve\n/);
    await drive.command('Talk Notes: Undo Last Check-Off');
    await reads(/- Send a card @eve\n$/);
  });

  it('drags a to-do onto another talk, and takes it back', async () => {
    await ask(drive, 'Talk Notes: Group To-Dos…', 'Group To-Dos', 'By note and talk');
    const target = drive.treeRow(/^Pears/);
    await target.waitFor();
    const before = await read();
    await drive.treeRow('Buy a ladder').dragTo(target);
    await reads(/- Send a card @eve\n- (?:\[ \] )?Buy a ladder/);
    await drive.screenshot('todos-dragged');
    await drive.command('Talk Notes: Undo Last Check-Off');
    await reads(/Apples\n======\n\n@ada\n\n- \[ \] Buy a ladder/);
    assert.equal(await read(), before);
  });

  it('drags a to-do into another note, and one undo takes it back in both', async () => {
    const { page } = drive;
    const before = [await read(), await read('reading.md')];
    await drive.treeRow('Read the paper').dragTo(drive.treeRow(/^Pears/));
    await reads(/- Send a card @eve\n- Read the paper 📅/);
    await reads(/^# Reading\n\n- \[ \] Water/, 'reading.md');
    await drive.openFile('reading.md');
    await page.keyboard.press('Control+z');
    await page.locator('.view-line').getByText('Read the paper').waitFor();
    await drive.command('File: Save All Files');
    await reads(/- Send a card @eve\n$/);
    assert.deepEqual([await read(), await read('reading.md')], before);
    await drive.command('View: Close All Editors');
  });

  it('asks about what is nested', async () => {
    await drive.treeRow('Watch the recording again').locator('.custom-view-tree-node-item-checkbox').click();
    await drive.page.locator('.monaco-dialog-box').waitFor();
    await drive.screenshot('todos-nested-question');
    await drive.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Check Off All' }).click();
    await reads(/- \[x\] \(A\) Watch the recording again #video\n\n {2}- \[x\] Find the slides/);
  });

  it('checks off one that comes back, which stays in the list with its next date', async () => {
    const row = drive.treeRow('Water the plants');
    await row.locator('.custom-view-tree-node-item-checkbox').click();
    await reads(new RegExp(`- \\[ \\] Water the plants 📅 ${dayIn(6)} 🔁 every week\\n- \\[x\\] Water`), 'reading.md');
    await drive.treeRow(`due ${dayIn(6)}`).waitFor();
  });

  it('lists today’s, and puts off from there', async () => {
    await start(drive, 'Talk Notes: Today');
    await drive.page.locator('.quick-input-widget').getByText('Call Eve').waitFor();
    await drive.screenshot('todos-today');
    const row = drive.page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'Call Eve' });
    await row.hover();
    await row.getByRole('button', { name: 'Put off until tomorrow' }).click();
    await reads(new RegExp(`- Call Eve due:${dayIn(1)}\\n`));
    await row.waitFor({ state: 'detached' });
    await drive.page.keyboard.press('Escape');
  });

  it('shows done ones struck through', async () => {
    await drive.command('Talk Notes: Show Done To-Dos');
    await drive.page.locator('.monaco-list-row').filter({ hasText: 'b\u0336' }).first().waitFor();
    await drive.screenshot('todos-done');
  });

  it('marks dates and priorities in the editor', async () => {
    await drive.openFile('harvest.rst');
    const date = drive.page.locator('.view-line span').filter({ hasText: dayIn(-3) });
    const styles = () =>
      date.evaluateAll((spans) => {
        const style = (
          globalThis as unknown as {
            getComputedStyle(of: unknown): { fontWeight: string; textDecorationLine: string };
          }
        ).getComputedStyle;
        return spans.map((span) => `${style(span).fontWeight} ${style(span).textDecorationLine}`);
      });
    // Marks come a moment after the text.
    for (let turn = 0; turn < 100 && !(await styles()).includes('700 underline'); turn++) {
      await drive.page.waitForTimeout(100);
    }
    assert.ok((await styles()).includes('700 underline'), String(await styles()));
    await drive.screenshot('todos-highlight-dark');
  });

  it('takes a date away from the to-do at the cursor', async () => {
    await drive.page.locator('.view-line').getByText('Buy a ladder').first().click();
    await ask(drive, 'Talk Notes: Set Due Date…', 'Due Date', 'No date');
    await reads(/- \[ \] Buy a ladder @ada\n/);
  });

  it('archives what is done', async () => {
    await ask(drive, 'Talk Notes: Archive Done To-Dos', 'Archive Done', 'In this note');
    await reads(/\nDone\n====\n\n- \[x\] \(A\) Watch the recording again/);
    await drive.screenshot('todos-archived');
  });

  for (const theme of ['light', 'contrast'] as const) {
    it(`can be read in the theme “${themes[theme]}”`, async () => {
      const other = await startDrive({
        workspace: await makeNotes(temp),
        settings: { 'workbench.colorTheme': themes[theme] },
      });
      try {
        await showTodos(other);
        await other.openFile('harvest.rst');
        await ask(other, 'Talk Notes: Group To-Dos…', 'Group To-Dos', 'By due date');
        await other.treeRow(/^Overdue/).waitFor();
        await other.page.getByText(`due:${today()}`).first().waitFor();
        await other.screenshot(`todos-by-due-${theme}`);
      } finally {
        await other.close();
      }
    });
  }
});

/** Opens the side bar with all its height for the To-Dos. */
async function showTodos({ page, treeRow }: Drive): Promise<void> {
  await page.getByRole('tab', { name: 'Talk Notes' }).first().click();
  await treeRow('Harvest Days').waitFor();
  for (const title of ['Talks', 'Backlinks', 'Annotations']) {
    const header = page.locator('.pane-header[aria-expanded="true"]').filter({ hasText: title });
    if ((await header.count()) > 0) await header.first().click();
  }
  await treeRow('Buy a ladder').waitFor();
}

/** Runs a command that asks for something, and answers. */
async function ask(drive: Drive, command: string, title: string, text: string): Promise<void> {
  await start(drive, command);
  await answer(drive, title, text);
}

/** Runs a command that opens the quick input again, so that it is not waited for to go. */
async function start(drive: Drive, command: string): Promise<void> {
  const quickInput = drive.page.locator('.quick-input-widget');
  await drive.page.keyboard.press('Control+Shift+P');
  await quickInput.locator('input.input').fill(`>${command}`);
  const label = drive.page.locator('.label-name').getByText(command, { exact: true });
  await quickInput.locator('.monaco-list-row').filter({ has: label }).first().click();
}

/** Types into the quick input of that title once it is there, and takes what is on top. */
async function answer({ page }: Drive, title: string, text: string): Promise<void> {
  const quickInput = page.locator('.quick-input-widget');
  await quickInput.locator('.quick-input-title').getByText(title, { exact: true }).waitFor();
  await quickInput.locator('input.input').fill(text);
  await page.keyboard.press('Enter');
}
