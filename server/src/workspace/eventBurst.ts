/** Gathers file events until they pause: a branch switch is one batch, not five hundred. */
import type { NotePath } from '../core/text/path.ts';
import type { Cancel, Clock } from './ports.ts';

export interface FileEvent {
  readonly path: NotePath;
  readonly type: 'created' | 'changed' | 'deleted';
}

/** A pause of so many milliseconds ends a burst … */
const pause = 75;
/** … and so does its having lasted this long. */
const longest = 1000;

export class EventBurst {
  readonly #clock: Clock;
  readonly #deliver: (events: readonly FileEvent[]) => void;
  #events = new Map<NotePath, FileEvent>();
  #began = 0;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, deliver: (events: readonly FileEvent[]) => void) {
    this.#clock = clock;
    this.#deliver = deliver;
  }

  add(events: readonly FileEvent[]): void {
    if (this.#events.size === 0) {
      this.#began = this.#clock.now();
    }
    for (const event of events) {
      const earlier = this.#events.get(event.path);
      // Whoever takes the batch looks at the disk, so that only "just changed" must not hide that it was created.
      this.#events.set(event.path, event.type === 'changed' && earlier !== undefined ? earlier : event);
    }
    this.#cancel?.();
    const left = this.#began + longest - this.#clock.now();
    this.#cancel = this.#clock.after(Math.max(0, Math.min(pause, left)), () => this.flush());
  }

  /** Delivers at once what has gathered. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const events = [...this.#events.values()];
    this.#events = new Map();
    if (events.length > 0) {
      this.#deliver(events);
    }
  }
}
