/** A clock that stands still until a test moves it. */
import type { Cancel, Clock } from '../../server/src/workspace/ports.ts';

interface Alarm {
  readonly at: number;
  readonly callback: () => void;
}

export class ManualClock implements Clock {
  #now = 0;
  #alarms: Alarm[] = [];
  /** Milliseconds that pass whenever somebody looks: work that takes time. */
  step = 0;
  /** How often somebody let others have their turn. */
  turns = 0;

  now(): number {
    this.#now += this.step;
    return this.#now;
  }

  after(ms: number, callback: () => void): Cancel {
    const alarm = { at: this.#now + ms, callback };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((each) => each !== alarm);
    };
  }

  soon(callback: () => void): Cancel {
    this.turns++;
    const immediate = setImmediate(callback);
    return () => clearImmediate(immediate);
  }

  /** Lets `ms` pass, and what was set for then ring. */
  advance(ms: number): void {
    this.#now += ms;
    const due = this.#alarms.filter((alarm) => alarm.at <= this.#now);
    this.#alarms = this.#alarms.filter((alarm) => alarm.at > this.#now);
    for (const { callback } of due) {
      callback();
    }
  }
}
