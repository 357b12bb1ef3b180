import { globSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { makePackages } from './package.ts';
import { projectRoot } from './paths.ts';
import { reason } from './support/reason.ts';
import { endWithNpm } from './support/shutdown.ts';
import { makeTempFolder, type TempFolder } from './support/tempFolder.ts';
import { exitCodes } from './testing/exitCodes.ts';
import { runMocha } from './testing/mochaRun.ts';
import { retries } from './testing/retries.ts';
import { appendTally, readTally, tallyVariable } from './testing/tally.ts';
import { obtainBrowser } from './vscode/browser.ts';
import { obtainCodeServer } from './vscode/codeServer.ts';
import { extensionVariable, installVsix } from './vscode/installedVsix.ts';
import { runSuite } from './vscode/suiteRun.ts';

type Outcome = 'passed' | 'failed' | 'nothing matched' | 'not run';

interface Part {
  readonly title: string;
  /** Runs the tests; gives whether they passed. */
  run(temp: TempFolder, tallyFile: string, grep: string | undefined): Promise<boolean>;
}

const suite: Part = {
  title: 'Tests inside VS Code',
  run: (temp, tallyFile, grep) =>
    runSuite({ workspace: join(projectRoot, 'test/vscode/workspace'), temp, tallyFile, grep }),
};

const drive = drivePart('Tests driving VS Code as a person does', ['test/vscode/drive/*.drive.ts']);
/**
 * As the others, and with folders that are on no disk: only there nothing but the browser's host can read them. Web links are
 * not looked at there.
 */
const webDrive = drivePart('Tests driving VS Code for the Web', [
  'test/vscode/web/*.drive.ts',
  'test/vscode/drive/!(web*).drive.ts',
]);

function drivePart(title: string, patterns: readonly string[]): Part {
  return { title, run: (_, tallyFile, grep) => runDrives(patterns, tallyFile, grep) };
}

async function runDrives(patterns: readonly string[], tallyFile: string, grep: string | undefined): Promise<boolean> {
  // Without these no test can start, which is to be told once.
  await obtainCodeServer();
  await obtainBrowser();
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: projectRoot }).sort());
  const options = [
    '--no-config',
    '--timeout',
    '120000',
    '--retries',
    String(retries),
    '--require',
    'test/vscode/drive/hooks.ts',
  ];
  const selection = grep ? ['--grep', grep] : ['--fail-zero'];
  return (await runMocha([...options, ...selection, ...files], tallyFile)) === 0;
}

async function runPart(part: Part, grep: string | undefined): Promise<Outcome> {
  console.log(`\n${part.title}`);
  const temp = await makeTempFolder();
  try {
    const tallyFile = join(temp.path, 'tally');
    const passed = await part.run(temp, tallyFile, grep).catch((error: unknown) => {
      console.error(reason(error));
      return false;
    });
    const tally = readTally(tallyFile);
    if (!tally) return 'not run';
    const total = process.env[tallyVariable];
    if (total) appendTally(total, tally);
    if (grep && tally.passed + tally.failed === 0) return 'nothing matched';
    return passed ? 'passed' : 'failed';
  } finally {
    await temp.remove();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      grep: { type: 'string' },
      only: { type: 'string' },
      vsix: { type: 'boolean' },
      web: { type: 'boolean' },
    },
  });
  const packed = values.vsix ? drive : values.web ? webDrive : undefined;
  const parts = packed ? [packed] : partsNamed(values.only);
  const outcomes: Outcome[] = [];
  const temp = await makeTempFolder();
  try {
    if (packed) process.env[extensionVariable] = await packedExtension(packed, temp.path);
    else await build({ tests: parts.includes(suite) });
    for (const part of parts) outcomes.push(await runPart(part, values.grep));
  } finally {
    await temp.remove();
  }
  console.log(`\n${parts.map((part, at) => `${part.title}: ${outcomes[at]}`).join('\n')}`);
  if (outcomes.includes('not run')) return exitCodes.notRun;
  return outcomes.includes('failed') || !outcomes.includes('passed') ? exitCodes.failed : exitCodes.passed;
}

/** The folder of the extension as it is packed; for the web it has nothing that could run anywhere but in a browser. */
async function packedExtension(part: Part, folder: string): Promise<string> {
  const { stages, vsix } = await makePackages(join(folder, 'packages'));
  return part === webDrive ? stages.web : installVsix(vsix, folder);
}

function partsNamed(name: string | undefined): readonly Part[] {
  if (name === undefined) return [suite, drive];
  if (name === 'suite') return [suite];
  if (name === 'drive') return [drive];
  throw new Error('--only is one of: suite, drive');
}

endWithNpm();
try {
  process.exitCode = await main();
} catch (error) {
  console.error(`The VS Code tests were not run: ${reason(error)}`);
  process.exitCode = exitCodes.notRun;
}
