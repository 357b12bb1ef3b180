/** Markdown beside VS Code's own engine: the same notes on disk, in the same run. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverFlags } from '../../../client/src/serverFlags.node.ts';
import { median, ms, type Row, table } from '../samples.ts';
import type { EngineResult } from './engineResult.ts';
import { bigMarkdown, generateMarkdown, markdownPaths } from './markdownNotes.ts';

const ROUNDS = 3;
const LARGE = 130_000;

/** A table of both engines on the Markdown notes in `folder`, or on generated ones that are put into `temporary`. */
export function compareEngines(folder: string | undefined, temporary: string): string {
  const given = folder !== undefined && markdownPaths(folder).length > 0 ? folder : undefined;
  const notes = given ?? join(temporary, 'markdown');
  if (given === undefined) {
    generateMarkdown(notes);
  }
  const large = join(temporary, 'large.md');
  mkdirSync(temporary, { recursive: true });
  writeFileSync(large, bigMarkdown(notes, LARGE));
  // Interleaved, so that both see the same machine.
  const pairs = Array.from({ length: ROUNDS }, () => ({
    theirs: run('vscodeEngine.ts', notes, large),
    ours: run('ownEngine.ts', notes, large),
  }));
  const paths = markdownPaths(notes);
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  return table(
    `${paths.length} Markdown notes, ${(bytes / 1e6).toFixed(1)} MB, beside VS Code's own engine`,
    rows(
      pairs.map(({ theirs }) => theirs),
      pairs.map(({ ours }) => ours),
    ),
  );
}

/** Both are started as the server is. */
function run(script: string, folder: string, large: string): EngineResult {
  const file = join(import.meta.dirname, script);
  const output = execFileSync(process.execPath, [...serverFlags, file, folder, large], {
    encoding: 'utf8',
  });
  return JSON.parse(output) as EngineResult;
}

function rows(theirs: readonly EngineResult[], ours: readonly EngineResult[]): Row[] {
  const of = (results: readonly EngineResult[], value: (result: EngineResult) => number): number =>
    median(results.map(value));
  const cold = [of(theirs, (each) => each.cold), of(ours, (each) => each.cold)] as const;
  const peak = [of(theirs, (each) => each.peak), of(ours, (each) => each.peak)] as const;
  const edit = [of(theirs, (each) => median(each.edits)), of(ours, (each) => median(each.edits))] as const;
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
  return [
    { what: 'titles and problems of all notes, cold: VS Code', value: ms(cold[0]) },
    { what: 'titles and problems of all notes, cold: Talk Notes', value: ms(cold[1]) },
    ratio('times faster', cold[0] / cold[1], 10),
    { what: 'peak memory: VS Code', value: megabytes(peak[0]) },
    { what: 'peak memory: Talk Notes', value: megabytes(peak[1]) },
    ratio('times less memory', peak[0] / peak[1], 4),
    { what: 'edit of a 130 KB note to titles and problems: VS Code', value: ms(edit[0]) },
    { what: 'edit of a 130 KB note to titles and problems: Talk Notes', value: ms(edit[1]) },
    ratio('times faster', edit[0] / edit[1], 5),
    { what: 'parse, warm: Talk Notes', value: `${of(ours, (each) => each.speed ?? 0).toFixed(1)} MB/s` },
    { what: 'titles found: VS Code, Talk Notes', value: `${theirs[0]!.symbols}, ${ours[0]!.symbols}` },
    { what: 'problems found: VS Code, Talk Notes', value: `${theirs[0]!.problems}, ${ours[0]!.problems}` },
  ];
}

function ratio(what: string, value: number, bar: number): Row {
  return { what: `  ${what}`, value: value.toFixed(1), bar: `${bar}`, isReached: value >= bar };
}
