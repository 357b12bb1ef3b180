import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { builtTestSuite } from '../build.ts';
import { projectRoot } from '../paths.ts';
import { copyWorkspace, type TempFolder } from '../support/tempFolder.ts';
import { grepVariable, tallyVariable } from '../testing/tally.ts';
import { obtainDesktop } from './desktop.ts';
import { makeProfile, testSettings } from './profile.ts';

interface Host {
  readonly vscodeExecutablePath: string;
  readonly launchArgs: string[];
}

/** A run of the test suite inside VS Code. */
export interface SuiteRun {
  /** The folder to open a copy of. */
  readonly workspace: string;
  readonly temp: TempFolder;
  readonly tallyFile: string;
  /** Only tests whose names match. */
  readonly grep?: string | undefined;
}

/** Runs the built test suite inside VS Code; gives whether it passed. */
export async function runSuite({ workspace, temp, tallyFile, grep }: SuiteRun): Promise<boolean> {
  const desktop = await obtainDesktop();
  const host = desktop ? await desktopHost(desktop, temp) : browserHost;
  const options: Parameters<typeof runTests>[0] = {
    vscodeExecutablePath: host.vscodeExecutablePath,
    launchArgs: [...host.launchArgs, await copyWorkspace(workspace, temp)],
    extensionDevelopmentPath: projectRoot,
    extensionTestsPath: builtTestSuite,
    extensionTestsEnv: { [tallyVariable]: tallyFile, ...(grep ? { [grepVariable]: grep } : {}) },
  };
  return runTests(options).then(
    () => true,
    () => false,
  );
}

/** This Node with a script that understands the same arguments as VS Code. */
const browserHost: Host = {
  vscodeExecutablePath: process.execPath,
  launchArgs: [join(dirname(fileURLToPath(import.meta.url)), 'hostExecutable.ts')],
};

async function desktopHost(vscodeExecutablePath: string, temp: TempFolder): Promise<Host> {
  const { userData, extensions } = await makeProfile(join(temp.path, 'profile'), testSettings);
  return { vscodeExecutablePath, launchArgs: ['--user-data-dir', userData, '--extensions-dir', extensions] };
}
