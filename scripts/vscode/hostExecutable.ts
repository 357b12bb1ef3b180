/**
 * Stands in for the desktop VS Code executable that `@vscode/test-electron` starts for a test run: takes the same
 * arguments, and runs the tests in the VS Code of `codeServer.ts`, opened in a headless browser.
 */
import { format, parseArgs } from 'node:util';
import { withDeadline } from '../support/deadline.ts';
import { reason } from '../support/reason.ts';
import { shutDown } from '../support/shutdown.ts';
import { exitCodes } from '../testing/exitCodes.ts';
import { type BrowserWorkbench, type BrowserWorkbenchOptions, startBrowserWorkbench } from './browserWorkbench.ts';
import { testSettings } from './profile.ts';

const timeLimitMs = Number(process.env['TALK_NOTES_HOST_TIME_LIMIT_MS'] ?? 300_000);

function readArguments(): BrowserWorkbenchOptions {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
    },
  });
  const { extensionDevelopmentPath: extensions = [], extensionTestsPath: tests } = values;
  const [folder] = positionals;
  if (typeof tests !== 'string' || !folder) {
    throw new Error('Usage: --extensionDevelopmentPath=DIR --extensionTestsPath=FILE FOLDER');
  }
  return { folder, extensions: extensions.map(String), tests, settings: testSettings, trustAll: true };
}

/** Gives the exit code that the workbench reports: 0 when `run()` resolved. */
async function runTests(options: BrowserWorkbenchOptions): Promise<number> {
  const workbench = await startBrowserWorkbench(options);
  try {
    return await withDeadline(testExit(workbench), timeLimitMs, `The tests did not end in ${timeLimitMs / 1000} s.`);
  } catch (error) {
    console.error(`Seen last: ${await workbench.saveFailureReport('suite')}`);
    throw error;
  } finally {
    await workbench.close();
  }
}

function testExit({ page, open }: BrowserWorkbench): Promise<number> {
  return new Promise((resolve, reject) => {
    page.on('crash', () => reject(new Error('The browser page crashed.')));
    page.on('close', () => reject(new Error('The browser page was closed.')));
    const exposed = [page.exposeFunction('codeAutomationExit', resolve), page.exposeFunction('codeAutomationLog', forward)];
    Promise.all(exposed).then(open).catch(reject);
  });
}

/** Writes a line of the tests' console here. */
function forward(type: string, line: readonly unknown[]): void {
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${format(...line)}\n`);
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
