import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redirect, status, WebHost } from '../../support/webHost.ts';
import { type Drive, startDrive } from './support.ts';

describe('web links, as a person sees them', () => {
  let drive: Drive;
  let web: WebHost;
  let folder: string;

  const at = (path: string): string => web.url('127.0.0.1', path);
  const question = () => drive.page.locator('.notifications-toasts').getByText(/Check the 4 web links in your notes\?/);
  const button = (name: string) =>
    drive.page.locator('.notifications-toasts').getByRole('button', { name, exact: true });

  before(async () => {
    web = await WebHost.start();
    web.page('127.0.0.1', '/ok', status(200));
    web.page('127.0.0.1', '/shy', status(403));
    web.page('127.0.0.1', '/old', redirect(301, '/new'));
    web.page('127.0.0.1', '/new', status(200));
    const copy = at(`/archive/web/20110705120000/${at('/gone')}`);
    web.page('127.0.0.1', `/archive/web/20110701000000/${at('/gone')}`, redirect(302, copy));
    folder = await mkdtemp(join(tmpdir(), 'talk-notes-web-'));
    const lines = [
      'Mocks 2011',
      '==========',
      '',
      at('/gone'),
      '',
      `The slides_ and ${at('/ok')}.`,
      '',
      `Shy: ${at('/shy')}`,
      '',
    ];
    await writeFile(join(folder, 'mocks.rst'), [...lines, `.. _slides: ${at('/old')}`, ''].join('\n'));
    drive = await startDrive({
      workspace: folder,
      settings: {
        'talkNotes.links.web.check': 'ask',
        'talkNotes.links.web.allowPrivateHosts': true,
        'talkNotes.links.web.archive': at('/archive'),
        'files.autoSave': 'afterDelay',
        'files.autoSaveDelay': 100,
      },
    });
  });

  after(async () => {
    await drive?.close();
    await web.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Waits until the note reads as wanted. */
  async function saved(wanted: RegExp): Promise<void> {
    const file = join(drive.workspace, 'mocks.rst');
    for (let tries = 0; !wanted.test(await readFile(file, 'utf8')); tries++) {
      assert.ok(tries < 200, `${wanted} in vain: ${await readFile(file, 'utf8')}`);
      await drive.page.waitForTimeout(50);
    }
  }

  /** Takes what the light bulb offers at the line, counted from 1. */
  async function fix(line: number, title: RegExp): Promise<void> {
    const { page } = drive;
    await page.keyboard.press('Control+G');
    await page.locator('.quick-input-widget input.input').fill(`:${line}:12`);
    await page.keyboard.press('Enter');
    const entry = page.locator('.action-widget .monaco-list-row').filter({ hasText: title }).first();
    // What the light bulb lists is as of when it is asked; a finding may have been on its way.
    for (let tries = 0; tries < 10 && !(await entry.isVisible()); tries++) {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await entry.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await entry.waitFor();
    if (line === 4) await drive.screenshot('web-fixes');
    await entry.click();
  }

  it('are not asked for before one question is answered, which tells who would be', async () => {
    await drive.openFile('mocks.rst');
    await question().waitFor();
    await drive.page.keyboard.press('Control+End');
    await drive.page.keyboard.type('And more.');
    assert.deepEqual(web.requests, []);
    await drive.screenshot('web-consent');
    await button('Show Sites').click();
    await drive.page.locator('.quick-input-widget').getByText(`127.0.0.1:${web.port}`).waitFor();
    await drive.page.keyboard.press('Escape');
    await question().waitFor();
    assert.deepEqual(web.requests, []);
    await button('Check').click();
  });

  it('are underlined where the page is not there', async () => {
    const editor = drive.page.locator('.editor-instance');
    await editor.locator('.squiggly-warning').first().waitFor();
    await editor.locator('.view-line').getByText('/gone').first().hover();
    const hover = drive.page.locator('.monaco-hover').filter({ hasText: 'web.not-found' });
    await hover.first().waitFor();
    assert.match((await hover.first().textContent()) ?? '', /not found \(404\), checked/);
    await drive.screenshot('web-squiggle');
    await drive.page.keyboard.press('Escape');
  });

  it('are listed in the Links view', async () => {
    await drive.openView('Links');
    await drive.treeRow(/Broken/).waitFor();
    await drive.treeRow(/\/gone/).waitFor();
    await drive.treeRow(/Moved/).waitFor();
    await drive.screenshot('web-links-view');
  });

  it('that have moved get their new address', async () => {
    await drive.openFile('mocks.rst');
    await drive.page.locator('.editor-instance .view-line').first().click();
    await fix(10, /Follow the redirect to/);
    await saved(/_slides: .*\/new\n/);
  });

  it('that are broken get an archived copy', async () => {
    await fix(4, /Replace by archived copy/);
    await saved(/\/archive\/web\/20110705120000\//);
    await drive.treeRow(/Broken/).waitFor({ state: 'detached' });
    await drive.screenshot('web-archived');
  });

  it('are known after the window is loaded anew, and not asked for again', async () => {
    await writeFile(join(drive.workspace, 'again.rst'), `Again\n=====\n\nSee ${at('/gone')} there.\n`);
    const asked = web.requests.length;
    await drive.page.reload({ waitUntil: 'domcontentloaded' });
    await drive.page
      .locator('.monaco-workbench .explorer-folders-view .monaco-list-row, .monaco-workbench .composite.title')
      .first()
      .waitFor();
    await drive.openFile('again.rst');
    await drive.page.locator('.editor-instance .squiggly-warning').first().waitFor();
    const again = web.requests.slice(asked).filter(({ path }) => path === '/gone' || path === '/shy');
    assert.deepEqual(again, []);
    await drive.screenshot('web-reloaded');
  });
});
