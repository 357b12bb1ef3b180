import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { projectRoot } from './paths.ts';
import { reason } from './support/reason.ts';
import { endWithNpm } from './support/shutdown.ts';
import { openDesktop } from './vscode/openDesktop.ts';
import { openInBrowser } from './vscode/openInBrowser.ts';

const usage = `Opens VS Code with Talk Notes.

  npm start [-- [--browser] DIR]

DIR        the folder with notes to open; the samples when left out
--browser  use VS Code in the browser, even where VS Code is installed`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { browser: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const folder = folderToOpen(positionals);
  await build();
  if (values.browser || !(await openDesktop(folder))) await openInBrowser(folder);
}

/** npm runs scripts in the project's folder, and says in INIT_CWD where it was called. */
function folderToOpen([folder, ...more]: readonly string[]): string {
  if (more.length > 0) throw new Error(`One folder at a time.\n\n${usage}`);
  if (folder === undefined) return join(projectRoot, 'samples');
  const path = resolve(process.env.INIT_CWD ?? '', folder);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${path}`);
  return path;
}

endWithNpm();
try {
  await main();
} catch (error) {
  console.error(reason(error));
  process.exitCode = 1;
}
