import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { type Drive, startDrive } from './support.ts';

describe('views with nothing in them', () => {
  let drive: Drive;
  let temp: TempFolder;

  before(async () => {
    temp = await makeTempFolder();
    const workspace = join(temp.path, 'empty');
    await mkdir(join(workspace, 'nothing'), { recursive: true });
    drive = await startDrive({ workspace });
  });

  after(async () => {
    await drive?.close();
    await temp?.remove();
  });

  it('say how to write a note and a to-do', async () => {
    await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.page.getByText('No notes found in this folder.').waitFor();
    await drive.page.getByText('No to-dos found.').waitFor();
    await drive.screenshot('empty-views');
  });
});
