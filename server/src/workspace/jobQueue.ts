/** Work on the disk's state, one job after the other, so that none sees another's half-done news. */
import type { Logger } from './ports.ts';

export class JobQueue {
  readonly #logger: Logger;
  #last: Promise<void> = Promise.resolve();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  /** Runs `job` after those before it; resolves when it has ended. One that fails is logged and stops no other. */
  add(job: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(job).catch((error: unknown) => {
      this.#logger.error(`Workspace: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
    return this.#last;
  }

  /** Resolves when no job is left. */
  async whenIdle(): Promise<void> {
    let last: Promise<void>;
    do {
      last = this.#last;
      await last;
    } while (last !== this.#last);
  }
}
