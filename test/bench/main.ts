/**
 * `npm run bench [-- FOLDER]`: speed and memory on the reference notes (or on FOLDER), beside a plain read of the same
 * files in the same run; Markdown beside VS Code's own engine, web links beside other link checkers. Bars are those of the project; a missed one is printed and decides nothing.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serverFlags } from '../../client/src/serverFlags.node.ts';
import { build } from '../../scripts/build.ts';
import { measureDocutils } from './docutilsSpeed.ts';
import { type EditTimes, measureEditing } from './editing.ts';
import { compareEngines } from './markdown/compareEngines.ts';
import { measureNavigation, type NavigationTimes } from './navigation.ts';
import { bigNote, type Notes, prepareNotes } from './notes.ts';
import { measureRenames } from './renaming.ts';
import { median, ms, percentile, type Row, table } from './samples.ts';
import { measureTodos, type TodoTimes } from './todos.ts';
import { measureWeb } from './web/measureWeb.ts';

const ROUNDS = 5;
const here = import.meta.dirname;
const project = join(here, '../..');

/** Runs a script of this folder on `folder` in a fresh process, started as the server is, and gives what it prints. */
function run<T>(script: string, folder: string): T {
  const flags = [...serverFlags, '--expose-gc'];
  const output = execFileSync(process.execPath, [...flags, join(here, script), folder], { encoding: 'utf8' });
  return JSON.parse(output) as T;
}

function repeat<T>(measure: () => T): T[] {
  return Array.from({ length: ROUNDS }, measure);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? 'unknown' : `${(bytes / 1e6).toFixed(0)} MB`;
}

function indexRows({ folder }: Notes): Row[] {
  // Interleaved, so that both see the same machine.
  const pairs = repeat(() => ({
    read: run<{ ms: number }>('readAll.ts', folder).ms,
    index: run<{ ms: number; heapUsed: number }>('coldIndex.ts', folder),
  }));
  const read = median(pairs.map((pair) => pair.read));
  const index = median(pairs.map((pair) => pair.index.ms));
  return [
    { what: 'read all bytes', value: ms(read) },
    { what: 'index, cold, in-process', value: ms(index) },
    {
      what: 'index / read',
      value: (index / read).toFixed(1),
      bar: '10',
      isReached: index / read <= 10,
    },
    { what: 'heap after it', value: megabytes(median(pairs.map((pair) => pair.index.heapUsed))) },
  ];
}

function commandRow({ folder }: Notes): Row {
  const times = repeat(() => {
    const start = performance.now();
    execFileSync(process.execPath, [join(project, 'dist/cli.js'), 'index', folder, '--json'], {
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return performance.now() - start;
  });
  const time = median(times);
  return { what: 'talk-notes index, whole process', value: ms(time), bar: '1500 ms', isReached: time < 1500 };
}

function parseRows({ folder }: Notes): Row[] {
  // Interleaved, so that both see the same machine.
  const rounds = repeat(() => ({
    ...run<Record<'cold' | 'warm' | 'split' | 'megabytes', number>>('parseSpeed.ts', folder),
    docutils: measureDocutils(folder),
  }));
  const of = (name: 'cold' | 'warm' | 'split' | 'megabytes'): number => median(rounds.map((round) => round[name]));
  const [cold, warm, split, size] = [of('cold'), of('warm'), of('split'), of('megabytes')];
  const speed = (size / warm) * 1000;
  const theirs = rounds.flatMap(({ docutils }) => docutils ?? []);
  const docutils = theirs.length === 0 ? undefined : median(theirs);
  return [
    { what: 'parse, cold', value: `${((size / cold) * 1000).toFixed(1)} MB/s` },
    {
      what: 'parse, warm',
      value: `${speed.toFixed(1)} MB/s`,
      bar: '40 MB/s, or 8 times splitting into lines',
      isReached: speed >= 40 || warm / split <= 8,
    },
    { what: 'parse, warm / splitting into lines', value: (warm / split).toFixed(1) },
    docutils === undefined
      ? { what: 'docutils', value: 'not run: it is not here' }
      : {
          what: 'parse, warm, times the speed of docutils',
          value: (speed / docutils).toFixed(0),
          bar: '200',
          isReached: speed / docutils >= 200,
        },
  ];
}

function editRows({ symbols, findings, ready, resident, peak }: EditTimes, memoryBar?: number): Row[] {
  const late = Math.max(percentile(symbols, 0.95), percentile(findings, 0.95));
  const memory =
    memoryBar === undefined || resident === undefined
      ? {}
      : { bar: `${memoryBar} MB`, isReached: resident / 1e6 < memoryBar };
  return [
    { what: 'server: start to complete index', value: ms(ready) },
    { what: 'server: memory after indexing', value: megabytes(resident), ...memory },
    { what: 'server: peak memory', value: megabytes(peak) },
    { what: 'edit of a 300 KB note to symbols, median', value: ms(median(symbols)) },
    { what: 'edit of a 300 KB note to symbols, 95th', value: ms(percentile(symbols, 0.95)) },
    { what: 'edit of a 300 KB note to findings, median', value: ms(median(findings)) },
    {
      what: 'edit of a 300 KB note to findings, 95th',
      value: ms(percentile(findings, 0.95)),
      bar: '30 ms (both)',
      isReached: late <= 30,
    },
  ];
}

function todoRows({ tree, grouped, checkOff }: TodoTimes): Row[] {
  const late = (times: readonly number[]) => percentile(times, 0.95);
  return [
    { what: 'To-Dos view by note, 95th', value: ms(late(tree)), bar: '200 ms', isReached: late(tree) < 200 },
    { what: 'To-Dos view by due date, 95th', value: ms(late(grouped)), bar: '200 ms', isReached: late(grouped) < 200 },
    { what: 'check-off until the rows are read anew, median', value: ms(median(checkOff)) },
    {
      what: 'check-off until the rows are read anew, 95th',
      value: ms(late(checkOff)),
      bar: '100 ms',
      isReached: late(checkOff) < 100,
    },
  ];
}

function navigationRows(times: NavigationTimes): Row[] {
  const names = { symbols: 'workspace symbols' } as Partial<Record<string, string>>;
  return Object.entries(times).map(([what, measured]) => {
    const late = percentile(measured, 0.95);
    return {
      what: `${names[what] ?? what}, 95th of ${measured.length}`,
      value: ms(late),
      bar: '50 ms',
      isReached: late < 50,
    };
  });
}

/** Only where the notes are a copy: the measurement adds some. */
async function renameRows({ folder }: Notes, server: string): Promise<Row[]> {
  const { ordinary, used } = await measureRenames(folder, server);
  const late = percentile(ordinary, 0.95);
  return [
    { what: 'rename, median', value: ms(median(ordinary)) },
    { what: 'rename, 95th', value: ms(late), bar: '50 ms', isReached: late < 50 },
    {
      what: 'rename of a name used in 1000 places',
      value: ms(median(used)),
      bar: '500 ms',
      isReached: median(used) < 500,
    },
  ];
}

await build({ production: true });
const folder = process.argv[2] && resolve(process.argv[2]);
const { once, tenfold, temporary } = prepareNotes(folder);
try {
  await measureWeb((text) => console.log(text));
  console.log(compareEngines(folder, temporary));
  const text = bigNote(once.folder, 300_000);
  const server = join(project, 'dist/server.js');
  const todos = await measureTodos(join(temporary, 'todos'), server);
  console.log(table(`${todos.todos} to-dos in ${todos.notes} notes`, todoRows(todos)));
  for (const notes of once.count === 0 ? [] : [once, tenfold]) {
    const title = `${notes.count} notes, ${(notes.bytes / 1e6).toFixed(1)} MB (${notes.name})`;
    const editing = await measureEditing(notes.folder, text, server);
    const rows = [
      ...indexRows(notes),
      ...(notes === once ? [commandRow(notes), ...parseRows(notes)] : []),
      ...editRows(editing, notes === tenfold ? 250 : undefined),
      ...(notes === tenfold ? navigationRows(await measureNavigation(notes.folder, server)) : []),
      ...(notes === tenfold ? await renameRows(notes, server) : []),
    ];
    console.log(table(title, rows));
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
