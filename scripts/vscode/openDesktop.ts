import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../paths.ts';
import { hasDisplay } from '../support/display.ts';
import { run } from '../support/run.ts';
import { which } from '../support/which.ts';

const shell = process.platform === 'win32';

/**
 * Opens `folder` in the person's own VS Code with the extension; gives whether that was possible: it has to be
 * installed, new enough, and able to show a window. VS Code does not run as root.
 */
export async function openDesktop(folder: string): Promise<boolean> {
  const code = which('code');
  if (!code || !hasDisplay() || process.getuid?.() === 0) return false;
  const version = await versionOf(code);
  const needed = await neededVersion();
  if (!version || !isAtLeast(version, needed)) {
    console.log(`The VS Code on PATH is ${version ?? 'of an unknown version'}; ${needed} or later is needed.`);
    return false;
  }
  console.log(`Opening ${folder} in VS Code…`);
  return (await run(code, [`--extensionDevelopmentPath=${projectRoot}`, folder], { shell })) === 0;
}

async function versionOf(code: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(code, ['--version'], { shell });
    return /^\d+\.\d+\.\d+/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}

async function neededVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as Manifest;
  return manifest.engines.vscode.replace(/^\^/, '');
}

interface Manifest {
  readonly engines: { readonly vscode: string };
}

/** Whether one version, as in `1.101.0`, is the other or a later one. */
export function isAtLeast(version: string, needed: string): boolean {
  return version.localeCompare(needed, 'en', { numeric: true }) >= 0;
}
