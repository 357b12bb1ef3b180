/**
 * Stands in for the desktop VS Code executable that `@vscode/test-electron` starts for a test run: takes the same
 * arguments, and runs the tests in the VS Code of `codeServer.ts`, opened in a headless browser.
 */
import { format, parseArgs } from 'node:util';
import { withDeadline } from '../support/deadline.ts';
import { reason } from '../support/reason.ts';
import { shutDown } from '../support/shutdown.ts';
import { exitCodes } from '../testing/exitCodes.ts';
import { markVariable, outputMark } from '../testing/markedOutput.ts';
import { type BrowserWorkbench, type BrowserWorkbenchOptions, startBrowserWorkbench } from './browserWorkbench.ts';
import { testSettings } from './profile.ts';

const timeLimitMs = Number(process.env.TALK_NOTES_HOST_TIME_LIMIT_MS ?? 900_000);

function readArguments(): BrowserWorkbenchOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extension, extensionTestsPath: testModule } = values;
  const [folder] = positionals;
  if (typeof extension !== 'string' || typeof testModule !== 'string' || !folder) {
    throw new Error('Usage: --extensionDevelopmentPath=DIR --extensionTestsPath=FILE FOLDER');
  }
  const env = { ...process.env, [markVariable]: outputMark };
  return { folder, extension, testModule, settings: testSettings, trustAll: true, env };
}

/** Gives the exit code that the workbench reports: 0 when `run()` resolved. */
async function runTests(options: BrowserWorkbenchOptions): Promise<number> {
  const workbench = await startBrowserWorkbench(options);
  let exitCode: number = exitCodes.notRun;
  try {
    const late = `The tests did not end in ${timeLimitMs / 1000} s.`;
    exitCode = await withDeadline(testExit(workbench), timeLimitMs, late);
    return exitCode;
  } finally {
    if (exitCode !== 0)
      console.error(`VS Code at the end, and its logs: ${await workbench.saveFailureReport('suite')}`);
    await workbench.close();
  }
}

function testExit({ page, open }: BrowserWorkbench): Promise<number> {
  return new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    page.on('close', () => reject(new Error('The browser page was closed.')));
    const exposed = [
      page.exposeFunction('codeAutomationExit', resolve),
      page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => forward(format(...args))),
    ];
    Promise.all(exposed).then(open).catch(reject);
  });
}

/** Writes the tests' report here. The rest of VS Code's console is kept for the failure report. */
function forward(text: string): void {
  if (!text.startsWith(outputMark)) return;
  console.log(text.replaceAll(outputMark, ''));
}

// The starter holds the other end: when it is gone, however it went, nobody waits for these tests any more.
process.stdin.on('end', () => shutDown('SIGHUP')).resume();

try {
  process.exitCode = await runTests(readArguments());
} catch (error) {
  console.error(`The tests could not be run to their end: ${reason(error)}`);
  process.exitCode = exitCodes.notRun;
}
process.stdin.destroy();
