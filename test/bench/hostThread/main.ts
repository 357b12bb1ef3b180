/**
 * `npm run bench:host [-- --rounds N] [--names]`: the packed extension in the real VS Code, on the reference notes: how long it
 * takes to start, and how long it ever holds the thread that all extensions share. What other programs do to the machine
 * can only make a time longer, so that the shortest of several rounds counts. `--names`: not minified, to see where it is.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from '../../../scripts/build.ts';
import { stage } from '../../../scripts/packaging/stage.ts';
import { projectRoot } from '../../../scripts/paths.ts';
import { copyWorkspace, makeTempFolder, type TempFolder } from '../../../scripts/support/tempFolder.ts';
import { startBrowserWorkbench } from '../../../scripts/vscode/browserWorkbench.ts';
import { testSettings } from '../../../scripts/vscode/profile.ts';
import { prepareNotes } from '../notes.ts';
import { ms, type Row, table } from '../samples.ts';
import type { Duration, Round } from './index.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, names: { type: 'boolean', default: false } },
});

const activationBar = 50;
const stretchBar = 20;

const temp = await makeTempFolder();
const { once, temporary } = prepareNotes();
try {
  const testModule = join(temp.path, 'index.cjs');
  await bundle({
    ...{ entryPoints: [join(import.meta.dirname, 'index.ts')], outfile: testModule, logLevel: 'warning' },
    ...{ bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] },
  });
  const extension = values.names ? await fromSources() : (await stage(join(temp.path, 'staged'))).extension;
  const folder = await copyWorkspace(once.folder, temp);
  const starts: Round[] = [];
  const rounds: Round[] = [];
  for (let count = 0; count < Number(values.rounds); count++) {
    starts.push(await round(extension, testModule, folder, temp, ''));
    rounds.push(await round(extension, testModule, folder, temp, 'profiled'));
  }
  const rows = rowsOf(starts, rounds);
  console.log(table(`${once.count} notes, the shortest of ${rounds.length} rounds`, rows));
  if (values.names) for (const [name, { where }] of Object.entries(rounds[0]!.steps)) console.log(`${name}: ${where}`);
  process.exitCode = rows.every(({ isReached }) => isReached !== false) ? 0 : 1;
} finally {
  rmSync(temporary, { recursive: true, force: true });
  await temp.remove();
}

async function fromSources(): Promise<string> {
  await build();
  return projectRoot;
}

/** Opens a window, starts the extension there, uses it where it is `profiled`, and closes the window. */
async function round(
  extension: string,
  testModule: string,
  folder: string,
  into: TempFolder,
  profiled: 'profiled' | '',
): Promise<Round> {
  const file = join(into.path, 'round.json');
  const env = { ...process.env, TALK_NOTES_ROUND: file, TALK_NOTES_PROFILED: profiled };
  const workbench = await startBrowserWorkbench({
    ...{ folder, extension, testModule, env },
    ...{ settings: testSettings, trustAll: true },
  });
  try {
    const code = await new Promise((resolve, reject) => {
      workbench.page.exposeFunction('codeAutomationExit', resolve).then(workbench.open).catch(reject);
    });
    if (code !== 0) throw new Error(`It failed, see ${await workbench.saveFailureReport('host-thread')}`);
    return JSON.parse(readFileSync(file, 'utf8')) as Round;
  } finally {
    await workbench.close();
  }
}

function rowsOf(starts: readonly Round[], rounds: readonly Round[]): Row[] {
  const shortest = (times: readonly number[], what: string, bar: number): Row => {
    const time = Math.min(...times);
    return { what, value: ms(time), bar: `${bar} ms`, isReached: time < bar };
  };
  const steps = Object.keys(rounds[0]?.steps ?? {});
  return [
    ...durations('activation', (round) => round.activation).map(({ times, what }) =>
      shortest(times, what, activationBar),
    ),
    ...durations('until the server runs', (round) => round.serverStart).map(({ times, what }) => ({
      what,
      value: ms(Math.min(...times)),
    })),
    ...steps.map((name) =>
      shortest(
        rounds.map((each) => each.steps[name]!.milliseconds),
        `longest stretch: ${name}`,
        stretchBar,
      ),
    ),
  ];

  /** All of the time, and what of it the thread computed, where that is known. */
  function durations(what: string, of: (round: Round) => Duration): { what: string; times: number[] }[] {
    const processor = starts.flatMap((round) => of(round).processor ?? []);
    return [
      { what, times: starts.map((round) => of(round).wall) },
      ...(processor.length === 0 ? [] : [{ what: `${what}, processor time`, times: processor }]),
    ];
  }
}
