import { appendFileSync, readFileSync } from 'node:fs';

/** How many tests ended in what way. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The environment variable naming the file that every Mocha run adds its tally to. */
export const tallyVariable = 'TALK_NOTES_TALLY';

/** The environment variable with the pattern of the tests to run, where Mocha's own options cannot be given. */
export const grepVariable = 'TALK_NOTES_GREP';

/** Adds a run's tally to the file, as one line. */
export function appendTally(file: string, tally: Tally): void {
  appendFileSync(file, `${JSON.stringify(tally)}\n`);
}

/** The sum of the tallies in the file; `undefined` when no run came as far as to add one. */
export function readTally(file: string): Tally | undefined {
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').trim().split('\n');
  } catch {
    return undefined;
  }
  return lines.map((line) => JSON.parse(line) as Tally).reduce(addTallies);
}

/** Both tallies in one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** As in `12 passed, 0 failed, 1 skipped`. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
