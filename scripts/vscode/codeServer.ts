import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from '../paths.ts';
import { run } from '../support/run.ts';
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
  } finally {
    forget();
    await removePartial();
  }
}

async function npmInstall(prefix: string, args: readonly string[]): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const code = await run(command, [...first, 'install', ...args, ...quiet, '--prefix', prefix], {
    cwd: prefix,
    env: ownNpmEnvironment(process.env),
  });
  if (code !== 0) throw new Error(`VS Code could not be installed from npm (npm ended with ${code}).`);
}

/** An npm script passes its own settings on to the npm that it starts. Of these only how to reach the registry is wanted. */
export function ownNpmEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const wanted = /^npm_config_(registry|userconfig|globalconfig|cache|.*proxy|ca|cafile|strict_ssl|\/\/.*)$/i;
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name) || wanted.test(name)),
  );
}
