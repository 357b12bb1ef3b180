/**
 * The size of V8's nursery, where all objects begin. Small, it makes who types in a large note wait for collections;
 * left alone, it grows on what a scan throws away and is never given back: a third of all memory for 20,000 notes.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const BYTES = 4 * 1024 * 1024;
/** Survivors that make V8 grow it, far more than are needed: the loop ends also where V8 has other ideas. */
const MOST_ROUNDS = 200;

/**
 * Makes the nursery `BYTES` large and keeps it so. V8 takes its size from the command line only, which is not ours in
 * every editor; but how fast it grows can be said at any time, and it grows on what survives. Takes some 5 ms.
 */
export function settleNursery(): void {
  setFlagsFromString('--semi-space-growth-factor=4');
  const survivors: unknown[] = [];
  for (let round = 0; round < MOST_ROUNDS && nurserySize() < BYTES; round++) {
    for (let count = 0; count < 100; count++) {
      survivors.push(new Array(40).fill(0));
    }
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

function nurserySize(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? BYTES;
}
