import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A program together with everything that it starts, so that all of it can be stopped. */
export interface ProcessGroup {
  readonly output: { readonly stdout: Readable; readonly stderr: Readable };
  /** Resolves when the program has ended, with its exit code or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  /** Asks the group to stop, then makes it stop. */
  stop(): Promise<void>;
}

const gracePeriodMs = 3000;

/** Starts a program as the leader of a process group of its own. */
export function startProcessGroup(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(command, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const killAtExit = () => signalGroup(child, 'SIGKILL');
  process.on('exit', killAtExit);
  const exited = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
  const ended = exited.catch(() => undefined);

  async function stop(): Promise<void> {
    signalGroup(child, 'SIGTERM');
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, gracePeriodMs);
    });
    await Promise.race([ended, grace]);
    clearTimeout(timer);
    signalGroup(child, 'SIGKILL');
    await ended;
    process.removeListener('exit', killAtExit);
  }
  return { output: child, exited, stop };
}

function signalGroup(child: ChildProcessByStdio<null, Readable, Readable>, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}
