/** Runs the real command line tool in a process of its own. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../server/src/cli/main.ts', import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  /** So many pieces of output are read before the pipe is closed, as `head` does it. */
  readonly readAtMost?: number;
}

/** What `talk-notes` with these words prints in `cwd`, and how it ends. */
export async function runCli(
  cwd: string,
  words: readonly string[],
  { readAtMost = Number.POSITIVE_INFINITY }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [main, ...words], { cwd });
  let pieces = 0;
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    pieces++;
    if (pieces >= readAtMost) {
      child.stdout.destroy();
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, out, err };
}

/** The JSON of each line of `text`. */
export function jsonLines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
