import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { cacheFolder } from '../paths.ts';
import { hasDisplay } from '../support/display.ts';
import { reason } from '../support/reason.ts';

const failureNote = join(cacheFolder, 'desktop-download-failed');
const dayMs = 24 * 60 * 60 * 1000;
const idleTimeoutMs = 5000;

/**
 * Gives the executable of a desktop VS Code downloaded into the cache, or `undefined` where there can be none: nothing
 * to show its window on, or no way to the download. A failed download is not tried again for a day.
 */
export async function obtainDesktop(): Promise<string | undefined> {
  if (!hasDisplay() || (await failedLately())) return undefined;
  try {
    const executable = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: cacheFolder,
      timeout: idleTimeoutMs,
    });
    await rm(failureNote, { force: true });
    return executable;
  } catch (error) {
    console.log(`Desktop VS Code cannot be downloaded here (${reason(error)}); using the one for the browser.`);
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(failureNote, new Date().toISOString());
    return undefined;
  }
}

async function failedLately(): Promise<boolean> {
  try {
    return Date.now() - Date.parse(await readFile(failureNote, 'utf8')) < dayMs;
  } catch {
    return false;
  }
}
