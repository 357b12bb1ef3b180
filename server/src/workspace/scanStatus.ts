/** How far the scan is, for those who watch it and those who wait for its end. */
import type { ScanState } from './workspaceParts.ts';

export class ScanStatus {
  readonly #tell: (state: ScanState) => void;
  #state: ScanState = { phase: 'scanning', notes: 0 };
  #waiting: ((state: ScanState) => void)[] = [];

  constructor(tell: (state: ScanState) => void) {
    this.#tell = tell;
  }

  /** A workspace starts as `scanning`: its first scan is still to come. */
  get state(): ScanState {
    return this.#state;
  }

  set(phase: ScanState['phase'], notes: number): void {
    const state = { phase, notes };
    this.#state = state;
    this.#tell(state);
    if (phase !== 'scanning') {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) {
        resolve(state);
      }
    }
  }

  /** Resolves when the scan that is under way, or the first one, has ended. */
  async whenScanned(): Promise<ScanState> {
    return this.#state.phase === 'scanning'
      ? new Promise((resolve) => {
          this.#waiting.push(resolve);
        })
      : this.#state;
  }
}
