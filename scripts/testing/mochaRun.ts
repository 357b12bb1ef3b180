import { join } from 'node:path';
import { projectRoot } from '../paths.ts';
import { runTool } from '../support/run.ts';
import { tallyVariable } from './tally.ts';

/** Runs Mocha in plain Node; gives its exit code. The counts are added to `tallyFile`. */
export function runMocha(args: readonly string[], tallyFile: string): Promise<number> {
  const reporter = join(projectRoot, 'scripts/testing/tallyReporter.ts');
  return runTool('mocha/bin/mocha.js', ['--reporter', reporter, ...args], {
    ...process.env,
    [tallyVariable]: tallyFile,
  });
}
