import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../paths.ts';
import { npmInstall } from '../support/npmInstall.ts';
import { reason } from '../support/reason.ts';
import { onShutdown } from '../support/shutdown.ts';

const version = '4.139.1';
const folder = join(cacheFolder, `code-server-${version}`);
const vscodeFolder = 'node_modules/code-server/lib/vscode';

/**
 * Gives the main script of a VS Code server and web workbench, installed from npm into the cache the first time.
 *
 * Only VS Code is taken out of the code-server package. Nothing of it is compiled, which is what `--ignore-scripts` is
 * for: the native parts (terminal, log files) are optional.
 */
export async function obtainCodeServer(): Promise<string> {
  if (!existsSync(folder)) await install();
  return join(folder, vscodeFolder, 'out/server-main.js');
}

/** Installs beside the final place and moves there once complete, so that half an installation is never used. */
async function install(): Promise<void> {
  console.log(`Installing VS Code for the browser (code-server ${version}, once)…`);
  const partial = `${folder}.partial-${process.pid}`;
  const removePartial = () => rm(partial, { recursive: true, force: true });
  const forget = onShutdown(removePartial);
  try {
    await mkdir(partial, { recursive: true });
    await npmInstall(partial, [`code-server@${version}`]);
    await npmInstall(join(partial, vscodeFolder), ['--omit=dev']);
    await rename(partial, folder).catch((error: unknown) => {
      // Another run may have installed it meanwhile.
      if (!existsSync(folder)) throw error;
    });
  } catch (error) {
    throw new Error(`VS Code could not be installed from npm (${reason(error)}).`);
  } finally {
    forget();
    await removePartial();
  }
}
