import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { grepVariable } from '../../../scripts/testing/tally.ts';
import TallyReporter from '../../../scripts/testing/tallyReporter.ts';

/** Called by VS Code in its extension host: runs every test file built beside this one. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ timeout: 30_000, reporter: TallyReporter, ...grep() });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(join(__dirname, file));
  }
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started = mocha.run(() => resolve(started));
  });
  const { passes = 0, failures = 0 } = runner.stats ?? {};
  if (failures > 0) throw new Error(`${failures} failed`);
  if (passes === 0) throw new Error('No test ran');
}

function grep(): { grep?: string } {
  const pattern = process.env[grepVariable];
  return pattern ? { grep: pattern } : {};
}
