/**
 * `npm run docs:screenshots`: the pictures that README.md names, from the real VS Code on `samples/`, in `out/pictures/`, with the
 * README as it looks with them. Publish that folder and pack with `npm run package -- --pictures ADDRESS`.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../../scripts/build.ts';
import { withPictures } from '../../../scripts/packaging/packedReadme.ts';
import { projectRoot } from '../../../scripts/paths.ts';
import { type Drive, startDrive } from '../drive/support.ts';

const folder = join(projectRoot, 'out/pictures');
/** Small enough that text can still be read where the picture is half as wide. */
const size = { width: 1000, height: 620 };

/** Notes, and nothing else. */
const settings = { 'editor.minimap.enabled': false, 'breadcrumbs.enabled': false, 'editor.wordWrap': 'on' };

const scenes: Readonly<Record<string, (drive: Drive) => Promise<void>>> = {
  'talks.png': async (drive) => {
    await openSideBar(drive);
    await drive.treeRow('Harbour Web').click();
    await drive.page.keyboard.press('ArrowRight');
    await drive.treeRow('How a page gets slow').click();
    await drive.page.locator('.view-line').getByText('How a page gets slow').first().waitFor();
  },
  'links.png': async (drive) => {
    await openSideBar(drive);
    const editor = await drive.openFile('conference/harbour-web-2021.rst');
    await editor.locator('.squiggly-warning').first().waitFor();
    await editor.locator('.view-line').getByText('profiling').first().click();
    const fixes = drive.page.locator('.action-widget .monaco-list-row').first();
    // The editor asks for fixes a moment after it got the findings.
    for (let attempt = 0; attempt < 10 && !(await fixes.isVisible()); attempt++) {
      await drive.page.keyboard.press('Control+Period');
      await fixes.waitFor({ timeout: 2000 }).catch(() => undefined);
    }
    await fixes.waitFor();
  },
  'todos.png': async (drive) => {
    await openSideBar(drive);
    const row = drive.treeRow('Check out vale');
    await row.click();
    const editor = drive.page.locator('.view-line').getByText('for the style guide').first();
    await editor.waitFor();
    await row.locator('.custom-view-tree-node-item-checkbox').click();
    await drive.page.locator('.view-line').getByText('[x]').first().waitFor();
  },
};

async function openSideBar(drive: Drive): Promise<void> {
  await drive.page.getByRole('tab', { name: 'Talk Notes' }).first().click();
  await drive.treeRow('Harbour Web').waitFor();
  await drive.treeRow('Rewrite the first paragraph').waitFor();
}

async function take(name: string, scene: (drive: Drive) => Promise<void>): Promise<void> {
  const drive = await startDrive({ workspace: join(projectRoot, 'samples'), settings });
  try {
    await drive.page.setViewportSize(size);
    await scene(drive);
    await drive.page.mouse.move(size.width / 2, size.height - 40);
    await drive.page
      .locator('.monaco-hover:visible')
      .first()
      .waitFor({ state: 'detached', timeout: 2000 })
      .catch(() => undefined);
    await drive.page.screenshot({ path: join(folder, name) });
    console.log(join(folder, name));
  } catch (error) {
    console.error(`${name}: what was to be seen instead: ${await drive.saveFailureReport(name)}`);
    throw error;
  } finally {
    await drive.close();
  }
}

await build();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, scene] of Object.entries(scenes)) await take(name, scene);
cpSync(join(projectRoot, 'docs'), join(folder, 'docs'), { recursive: true });
writeFileSync(join(folder, 'README.md'), withPictures(readFileSync(join(projectRoot, 'README.md'), 'utf8'), '.'));
