import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../paths.ts';
import { onShutdown } from './shutdown.ts';

/** How to run a program. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** For programs that are command files on Windows. */
  readonly shell?: boolean;
}

/** Runs a program on this terminal until it ends; gives its exit code. Rejects when it cannot be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectRoot,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: 'inherit',
    });
    const ended = new Promise<void>((end) => child.once('close', () => end()));
    const forget = onShutdown(() => {
      child.kill('SIGTERM');
      return ended;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
}

/** Runs a program of one of the project's development dependencies with this Node. */
export function runTool(script: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  return run(process.execPath, [join(projectRoot, 'node_modules', script), ...args], env ? { env } : {});
}
