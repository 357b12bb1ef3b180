/** When a server that keeps dying is given up. */
import type { CloseAction, CloseHandlerResult, ErrorAction, ErrorHandler } from 'vscode-languageclient';

const deathsToGiveUp = 5;
const windowInMilliseconds = 3 * 60 * 1000;

// The library's own values are not there before it is read; the compiler knows these to be the same.
const goOn: ErrorAction.Continue = 1;
const giveUp: CloseAction.DoNotRestart = 1;
const restart: CloseAction.Restart = 2;

/** Restarts a server that died, until it has died five times within three minutes. */
export class ServerDeaths implements ErrorHandler {
  readonly #onGivingUp: () => void;
  #deaths: number[] = [];
  #count = 0;

  /** `onGivingUp` tells the user, once for each time that the server is given up. */
  constructor(onGivingUp: () => void) {
    this.#onGivingUp = onGivingUp;
  }

  /** Deaths since VS Code started, whether or not they have been forgotten. */
  get count(): number {
    return this.#count;
  }

  error(): { action: ErrorAction; handled: boolean } {
    // A message that cannot be read or written is logged; whether the server lives shows in `closed`.
    return { action: goOn, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#count++;
    this.#deaths = [...this.#deaths.filter((death) => now - death < windowInMilliseconds), now];
    if (this.#deaths.length < deathsToGiveUp) {
      return {
        action: restart,
        handled: true,
        message: 'The server stopped unexpectedly and is restarted.',
      };
    }
    this.#onGivingUp();
    return {
      action: giveUp,
      handled: true,
      message: 'The server stopped too often and is given up.',
    };
  }

  /** Forgets the past: the user asked for a fresh start. */
  reset(): void {
    this.#deaths = [];
  }
}
