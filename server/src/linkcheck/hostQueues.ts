/**
 * Who may ask when: one request at a time for each host, a pause between them, and not too many over all. A host can be
 * told to wait, and then everything that is for it waits.
 */
import type { Cancel, LinkClock } from './ports.ts';

export interface QueueLimits {
  readonly concurrency: number;
  readonly hostGapMs: number;
}

interface Job {
  /** Whether it came to an end without a request. */
  settled(): boolean;
  start(): Promise<void>;
}

interface Host {
  readonly jobs: Job[];
  isBusy: boolean;
  /** No request before this moment. */
  notBefore: number;
  cancelTimer: Cancel | undefined;
  isQueued: boolean;
}

export class HostQueues {
  readonly #clock: LinkClock;
  readonly #limits: QueueLimits;
  readonly #hosts = new Map<string, Host>();
  /** Hosts that may go as soon as there is room. */
  readonly #ready: Host[] = [];
  #running = 0;

  constructor(clock: LinkClock, limits: QueueLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /**
   * Runs `job` when it is the host's turn; gives what it gives. Where `known` has an answer by then, that is given at
   * once, and no turn is taken. `next`: it goes before all that waits.
   */
  run<T>(hostname: string, job: () => Promise<T>, known: () => T | undefined, next = false): Promise<T> {
    const host = this.#host(hostname);
    return new Promise((resolve, reject) => {
      const settled = (): boolean => {
        const answer = known();
        if (answer !== undefined) {
          resolve(answer);
        }
        return answer !== undefined;
      };
      host.jobs[next ? 'unshift' : 'push']({ settled, start: () => job().then(resolve, reject) });
      this.#settle(host);
    });
  }

  /** Nothing is asked of the host for `ms` from now. */
  pause(hostname: string, ms: number): void {
    const host = this.#host(hostname);
    host.notBefore = Math.max(host.notBefore, this.#clock.now() + ms);
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known !== undefined) {
      return known;
    }
    const host: Host = { jobs: [], isBusy: false, notBefore: 0, cancelTimer: undefined, isQueued: false };
    this.#hosts.set(name, host);
    return host;
  }

  /** Lets the host go on, or sets a timer for when it may. */
  #settle(host: Host): void {
    while (!host.isBusy && host.jobs[0]?.settled()) {
      host.jobs.shift();
    }
    if (host.isBusy || host.isQueued || host.jobs.length === 0 || host.cancelTimer !== undefined) {
      return;
    }
    const wait = host.notBefore - this.#clock.now();
    if (wait > 0) {
      host.cancelTimer = this.#clock.after(Math.ceil(wait), () => {
        host.cancelTimer = undefined;
        this.#settle(host);
      });
      return;
    }
    host.isQueued = true;
    this.#ready.push(host);
    this.#fill();
  }

  #fill(): void {
    while (this.#running < this.#limits.concurrency) {
      const host = this.#ready.shift();
      if (host === undefined) {
        return;
      }
      host.isQueued = false;
      this.#start(host);
    }
  }

  #start(host: Host): void {
    const job = host.jobs.shift();
    if (job === undefined) {
      return;
    }
    if (job.settled()) {
      this.#settle(host);
      return;
    }
    this.#running++;
    host.isBusy = true;
    void job.start().finally(() => {
      this.#running--;
      host.isBusy = false;
      host.notBefore = Math.max(host.notBefore, this.#clock.now() + this.#limits.hostGapMs);
      this.#settle(host);
      this.#fill();
    });
  }
}
