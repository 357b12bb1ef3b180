/** A web worker's time. */
import type { Clock } from '../../workspace/ports.ts';

/** A message to itself comes after those that wait, and is not held back as a timer is. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

export const workerClock: Clock = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  soon(callback) {
    let cancelled = false;
    waiting.push(() => {
      if (!cancelled) callback();
    });
    channel.port2.postMessage(undefined);
    return () => {
      cancelled = true;
    };
  },
};
