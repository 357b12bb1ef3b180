/** How long a verdict holds. */
import type { KnownVerdict, WebOutcome } from '../core/model/webVerdict.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds, by outcome: what is broken is asked again before it is called broken on another day. */
const lifetimes: Readonly<Record<WebOutcome, number>> = {
  ok: 14 * DAY,
  broken: 20 * HOUR,
  unverified: HOUR,
  skipped: 0,
};

/** Whether `verdict` can stand for an answer of `date`. One from the future says nothing: a clock was wrong. */
export function isFresh({ outcome, checkedAt }: KnownVerdict, date: number): boolean {
  const age = date - checkedAt;
  return age >= -HOUR && age < lifetimes[outcome];
}
