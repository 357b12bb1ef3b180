import { constants } from 'node:os';

type Cleanup = () => unknown;

const cleanups = new Set<Cleanup>();
let listening = false;
let stopping = false;

/**
 * Has `cleanup` called when this process is told to stop (Ctrl+C, SIGTERM, a closed terminal), before it exits.
 * The returned function takes the cleanup out again.
 */
export function onShutdown(cleanup: Cleanup): () => void {
  if (!listening) {
    listening = true;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, shutDown);
  }
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

/**
 * Shuts this process down when the npm script that it is part of has ended. npm passes a SIGTERM only on to the shell
 * between the two.
 */
export function endWithNpm(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) shutDown('SIGTERM');
  }, 500).unref();
}

/** Runs every cleanup, the newest first, then ends this process as the signal would have. */
export async function shutDown(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const cleanup of [...cleanups].reverse()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(128 + constants.signals[signal]);
}
