import { type Drive, startDrive } from './support.ts';

describe('a folder whose authors are not trusted', () => {
  let drive: Drive;

  before(async () => {
    drive = await startDrive({ askForTrust: true });
  });

  after(() => drive?.close());

  it('has its talks and to-dos all the same, since nothing of it is run', async () => {
    const { page } = drive;
    await page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).first().waitFor();
    await page.getByRole('tab', { name: 'Talk Notes' }).first().click();
    await drive.treeRow('EuroPython').first().waitFor();
    await drive.treeRow('read the docutils specification').waitFor();
  });

  it('asks the web for nothing, and says so where one would look', async () => {
    await drive.openView('Links');
    await drive.page.getByText('Web links are not checked in Restricted Mode').first().waitFor();
    await drive.screenshot('web-restricted');
  });
});
