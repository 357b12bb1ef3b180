/** What checking links needs of the world around it. Nothing in this folder does I/O by itself. */
import type { KnownVerdict } from '../core/model/webVerdict.ts';

/** Takes back what was scheduled; does nothing once it ran. */
export type Cancel = () => void;

export interface LinkClock {
  /** Milliseconds since any fixed moment; never jumps. */
  now(): number;
  /** Milliseconds since 1970. */
  date(): number;
  /** Calls back once after `ms`. */
  after(ms: number, callback: () => void): Cancel;
  /** From 0 to below 1. */
  random(): number;
}

/** Where verdicts are kept. None of these throws: what cannot be kept is asked again, and nothing else. */
export interface VerdictStore {
  get(key: string): KnownVerdict | undefined;
  set(key: string, verdict: KnownVerdict): void;
}
