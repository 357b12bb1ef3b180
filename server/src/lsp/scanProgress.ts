/** Shows a scan's progress once it lasts longer than a blink, with a button to end it. */

import type { Connection } from 'vscode-languageserver';
import { say } from '../core/text/say.ts';
import type { Cancel, Clock } from '../workspace/ports.ts';
import type { ScanState } from '../workspace/workspaceParts.ts';

const blink = 300;

type Reporter = Awaited<ReturnType<Connection['window']['createWorkDoneProgress']>>;

export class ScanProgress {
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #cancelScan: () => void;
  #state: ScanState | undefined;
  #cancelStart: Cancel | undefined;
  #cancelReport: Cancel | undefined;
  #reporter: Promise<Reporter> | undefined;

  constructor(connection: Connection, clock: Clock, cancelScan: () => void) {
    this.#connection = connection;
    this.#clock = clock;
    this.#cancelScan = cancelScan;
  }

  didScan(state: ScanState): void {
    this.#state = state;
    if (state.phase !== 'scanning') {
      this.#end();
    } else if (this.#reporter !== undefined) {
      this.#report(this.#reporter);
    } else {
      this.#cancelStart ??= this.#clock.after(blink, () => this.#begin());
    }
  }

  #begin(): void {
    this.#reporter = this.#connection.window.createWorkDoneProgress().then((reporter) => {
      reporter.begin('Talk Notes', undefined, this.#state && text(this.#state), true);
      reporter.token.onCancellationRequested(this.#cancelScan);
      return reporter;
    });
    this.#reporter.catch(() => {
      // The client will not show it; the scan goes on all the same.
    });
  }

  /** A person reads no faster than this; a scan has news every few milliseconds. */
  #report(reporter: Promise<Reporter>): void {
    this.#cancelReport ??= this.#clock.after(blink, () => {
      this.#cancelReport = undefined;
      void reporter.then((started) => this.#state && started.report(text(this.#state))).catch(() => {});
    });
  }

  #end(): void {
    this.#cancelReport?.();
    this.#cancelReport = undefined;
    this.#cancelStart?.();
    this.#cancelStart = undefined;
    const reporter = this.#reporter;
    this.#reporter = undefined;
    void reporter?.then((started) => started.done()).catch(() => {});
  }
}

function text({ notes }: ScanState): string {
  return say('reading notes: {0}', notes);
}
