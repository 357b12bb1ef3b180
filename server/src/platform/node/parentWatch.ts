/** Ends this process when the editor that started it is gone, also where it had no time to say so. */

/** A server must not outlive its editor by more than a second. */
const interval = 500;

/** Looks after the process `id` from now on. */
export function exitWithParent(id: number): void {
  const timer = setInterval(() => {
    if (!isAlive(id)) {
      process.exit(1);
    }
  }, interval);
  timer.unref();
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of another user answers that it may not be signalled: it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
