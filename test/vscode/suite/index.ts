import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { markVariable } from '../../../scripts/testing/markedOutput.ts';
import { retries } from '../../../scripts/testing/retries.ts';
import { grepVariable } from '../../../scripts/testing/tally.ts';
import TallyReporter from '../../../scripts/testing/tallyReporter.ts';

/** Called by VS Code in its extension host: runs every test file built beside this one. */
export async function run(): Promise<void> {
  markOutput(process.env[markVariable]);
  const { passes, failures } = await runMocha();
  if (failures > 0) throw new Error(`${failures} failed`);
  if (passes === 0) throw new Error('No test ran');
}

async function runMocha(): Promise<Mocha.Stats> {
  const mocha = new Mocha({ timeout: 30_000, retries, reporter: TallyReporter, ...grep() });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  try {
    return await new Promise((resolve) => {
      const runner = mocha.run(() => resolve(runner.stats!));
    });
  } catch (error) {
    Mocha.reporters.Base.consoleLog('A test file could not be read:', error);
    throw error;
  }
}

function grep(): { grep?: string } {
  const pattern = process.env[grepVariable];
  return pattern ? { grep: pattern } : {};
}

/** Has what Mocha prints start with `mark`, where one is wanted. VS Code does not let `console.log` be replaced. */
function markOutput(mark: string | undefined): void {
  if (!mark) return;
  Mocha.reporters.Base.consoleLog = (...line: unknown[]) => {
    console.log(mark + format(...line).replaceAll('\n', `\n${mark}`));
  };
}
