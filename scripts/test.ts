import { join } from 'node:path';
import { projectRoot } from './paths.ts';
import { reason } from './support/reason.ts';
import { run, runTool } from './support/run.ts';
import { endWithNpm } from './support/shutdown.ts';
import { makeTempFolder } from './support/tempFolder.ts';
import { exitCodes } from './testing/exitCodes.ts';
import { runMocha } from './testing/mochaRun.ts';
import { addTallies, formatTally, readTally, type Tally, tallyVariable } from './testing/tally.ts';
import { obtainCodeServer } from './vscode/codeServer.ts';

type Outcome = 'passed' | 'failed' | 'not run';

interface StageResult {
  readonly title: string;
  readonly outcome: Outcome;
  readonly tally: Tally;
}

interface Stage {
  readonly title: string;
  /** Runs it and gives the exit code; tests add their tally to the file. */
  run(tallyFile: string): Promise<number>;
  /** Whether it is counted as one test of its own. */
  readonly single?: boolean;
}

const none: Tally = { passed: 0, failed: 0, skipped: 0 };

const stages: readonly Stage[] = [
  { title: 'Types', single: true, run: () => runTool('typescript/bin/tsc', ['-b']) },
  { title: 'Lint', single: true, run: lint },
  { title: 'Unit tests', run: unitTests },
  { title: 'VS Code tests', run: testVscode },
];

async function lint(): Promise<number> {
  const style = await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  const unused = await runTool('knip/bin/knip.js', []);
  return style || unused;
}

/** Grammars are tested on VS Code's own, too. Where it cannot be had the last stage fails, which says so. */
async function unitTests(tallyFile: string): Promise<number> {
  await obtainCodeServer().catch((error: unknown) => console.error(reason(error)));
  return runMocha(['--fail-zero'], tallyFile);
}

function testVscode(tallyFile: string): Promise<number> {
  const env = { ...process.env, [tallyVariable]: tallyFile };
  return run(process.execPath, [join(projectRoot, 'scripts/testVscode.ts')], { env });
}

async function runStage(stage: Stage): Promise<StageResult> {
  console.log(`\n── ${stage.title}`);
  const temp = await makeTempFolder();
  const tallyFile = join(temp.path, 'tally');
  try {
    const code = await stage.run(tallyFile);
    return { title: stage.title, ...(stage.single ? countAsOne(code) : judge(code, readTally(tallyFile))) };
  } catch (error) {
    console.error(reason(error));
    return { title: stage.title, outcome: 'not run', tally: none };
  } finally {
    await temp.remove();
  }
}

function countAsOne(code: number): Omit<StageResult, 'title'> {
  return code === 0
    ? { outcome: 'passed', tally: { ...none, passed: 1 } }
    : { outcome: 'failed', tally: { ...none, failed: 1 } };
}

/** Tests that end badly without one that failed did not all run. */
function judge(code: number, tally: Tally = none): Omit<StageResult, 'title'> {
  if (code === 0 && tally.passed > 0) return { outcome: 'passed', tally };
  const complete = code !== exitCodes.notRun && tally.failed > 0;
  return { outcome: complete ? 'failed' : 'not run', tally };
}

async function main(): Promise<number> {
  const results: StageResult[] = [];
  for (const stage of stages) results.push(await runStage(stage));
  console.log();
  for (const { title, outcome, tally } of results) console.log(`${title}: ${outcome} (${formatTally(tally)})`);
  // What was not run counts as one failure, so that the line cannot look as if all were well.
  const missing = results.filter(({ outcome }) => outcome === 'not run').length;
  console.log(`\n${formatTally(results.map(({ tally }) => tally).reduce(addTallies, { ...none, failed: missing }))}`);
  return results.every(({ outcome }) => outcome === 'passed') ? exitCodes.passed : exitCodes.failed;
}

endWithNpm();
process.exitCode = await main();
