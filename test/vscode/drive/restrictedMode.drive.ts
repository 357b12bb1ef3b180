import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../scripts/paths.ts';
import { WebHost } from '../../support/webHost.ts';
import { type Drive, startDrive } from './support.ts';

describe('a folder whose authors are not trusted', () => {
  let drive: Drive;
  let web: WebHost;
  let folder: string;

  before(async () => {
    web = await WebHost.start();
    folder = await mkdtemp(join(tmpdir(), 'talk-notes-restricted-'));
    await cp(join(projectRoot, 'test/vscode/workspace'), folder, { recursive: true });
    await writeFile(join(folder, 'linked.rst'), `Linked\n======\n\nSee ${web.url('127.0.0.1', '/a')} there.\n`);
    const settings = { 'talkNotes.links.web.check': 'automatic', 'talkNotes.links.web.allowPrivateHosts': true };
    drive = await startDrive({ workspace: folder, askForTrust: true, settings });
  });

  after(async () => {
    await drive?.close();
    await web.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('has its talks and to-dos all the same, since nothing of it is run', async () => {
    const { page } = drive;
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).first().waitFor();
    await page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('EuroPython').first().waitFor();
    await drive.treeRow('read the docutils specification').waitFor();
  });

  it('asks the web for nothing, and says so where one would look', async () => {
    await drive.openFile('linked.rst');
    await drive.openView('Links');
    await drive.page.getByText('Web links are not checked in Restricted Mode').first().waitFor();
    await drive.screenshot('web-restricted');
    assert.deepEqual(web.requests, []);
  });
});
