import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { WebHost } from '../../support/webHost.ts';
import { type Drive, startDrive } from './support.ts';

describe('titles of web pages, as a person sees them', () => {
  let drive: Drive;
  let folder: TempFolder;
  let web: WebHost;
  /** A page that is titled. */
  let address: string;

  before(async () => {
    folder = await makeTempFolder();
    web = await WebHost.start();
    address = web.page('127.0.0.1', '/docs', (_, response) => {
      response.setHeader('content-type', 'text/html').end('<title>Docs for all</title>');
    });
    await writeFile(join(folder.path, 'paste.rst'), `See the docs here.\n\n${address}\n`);
    await writeFile(join(folder.path, 'titled.md'), `${address}\n\n`);
    drive = await startDrive({
      workspace: folder.path,
      settings: { 'talkNotes.links.web.check': 'onRequest', 'talkNotes.links.web.allowPrivateHosts': true },
    });
  });

  after(async () => {
    await drive?.close();
    await web?.close();
    await folder.remove();
  });

  const line = (text: string) => drive.page.locator('.view-line').getByText(text);

  for (const [note, expected] of [
    ['paste.rst', '`Docs for all`_'],
    ['titled.md', '[Docs for all]('],
  ] as const) {
    it(`stand for the address that is pasted: ${note}`, async () => {
      await drive.openFile(note);
      await drive.page.keyboard.press('Control+Home');
      await line(address).first().click();
      await drive.page.keyboard.press('Home');
      await drive.page.keyboard.press('Shift+End');
      await drive.page.keyboard.press('Control+c');
      await drive.page.keyboard.press('Control+End');
      await drive.page.keyboard.press('Control+v');
      await line(expected).waitFor();
      await drive.page.keyboard.press('Control+z');
      await line(expected).waitFor({ state: 'hidden' });
    });
  }
});
