/** Cuts long work into slices, so that requests are answered in between. */
import type { Clock } from './ports.ts';

/** Milliseconds of work after which others get their turn: short beside what a person notices. */
const sliceLength = 10;

export class Slices {
  readonly #clock: Clock;
  #started: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#started = clock.now();
  }

  /** Whether this slice has lasted long enough, so that `rest` should be awaited. */
  isOver(): boolean {
    return this.#clock.now() - this.#started >= sliceLength;
  }

  /** Lets everything run that is waiting, and begins the next slice. */
  async rest(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#clock.soon(resolve);
    });
    this.#started = this.#clock.now();
  }
}
