/** How V8 works for the server: a process that lives for days, starts with a burst, and shares a machine with an editor. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const NURSERY_BYTES = 4 * 1024 * 1024;
/** Survivors that make V8 grow it, far more than are needed: the loop ends also where V8 has other ideas. */
const MOST_ROUNDS = 200;
/** V8 compiles a function for the last time, which takes it long, once it was called so often; by itself, 3,000 times. */
const CALLS_BEFORE_LAST_COMPILER = 20_000;
/** Older ones do not know that setting, and would complain on the error stream. */
const KNOWS_CALLS = 13;

/** Settles how V8 works, once, before anything is read. Takes some 5 ms. */
export function settleEngine(): void {
  settleNursery();
  // While all notes are read for the first time, most of what is compiled so early is not worth it.
  if (Number.parseInt(process.versions.v8, 10) >= KNOWS_CALLS) {
    setFlagsFromString(`--invocation-count-for-turbofan=${CALLS_BEFORE_LAST_COMPILER}`);
  }
}

/**
 * Makes the nursery, where all objects begin, `NURSERY_BYTES` large, and keeps it so. Small, it makes who types in a large
 * note wait for collections; left alone, it grows on what a scan throws away and is never given back: a third of all
 * memory for 20,000 notes. V8 takes its size from the command line only, which is not ours in every editor; but how fast
 * it grows can be said at any time, and it grows on what survives.
 */
function settleNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=4');
  const survivors: unknown[] = [];
  for (let round = 0; round < MOST_ROUNDS && nurserySize() < NURSERY_BYTES; round++) {
    for (let count = 0; count < 100; count++) {
      survivors.push(new Array(40).fill(0));
    }
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

function nurserySize(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? NURSERY_BYTES;
}
