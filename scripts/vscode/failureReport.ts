import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../paths.ts';
import type { BrowserPage } from './browserPage.ts';
import type { Profile } from './profile.ts';

/** Saves what VS Code looked like and what it logged; gives the folder. */
export async function saveFailureReport(name: string, browserPage: BrowserPage, profile: Profile): Promise<string> {
  const folder = join(cacheFolder, 'failures', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.allSettled([
    browserPage.page.screenshot({ path: join(folder, 'screenshot.png'), timeout: 5000 }),
    writeFile(join(folder, 'browser.log'), `${browserPage.consoleLines.join('\n')}\n`),
    copyFile(profile.serverLog, join(folder, 'server.log')),
  ]);
  return folder;
}
