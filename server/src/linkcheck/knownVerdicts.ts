/** What is remembered of addresses as notes write them. */
import type { KnownVerdict } from '../core/model/webVerdict.ts';
import { isFresh } from './freshness.ts';
import type { VerdictStore } from './ports.ts';
import { readAddress } from './webAddress.ts';

/** The verdict on `url`, however old; `undefined` for what was never asked, and for what is no web address. */
export function knownVerdict(store: VerdictStore, url: string): KnownVerdict | undefined {
  const address = readAddress(url);
  return typeof address === 'string' ? undefined : store.get(address.key);
}

/** The verdict on `url` for lists of all that is known: what is broken is no more than a guess once that is too old. */
export function listedVerdict(store: VerdictStore, url: string, date: number): KnownVerdict | undefined {
  const known = knownVerdict(store, url);
  return known?.outcome === 'broken' && !isFresh(known, date) ? { ...known, outcome: 'unverified' } : known;
}

/** The verdict on `url` where it can be told at `date` as a finding: what is broken only while that is certain. */
export function tellableVerdict(store: VerdictStore, url: string, date: number): KnownVerdict | undefined {
  const known = knownVerdict(store, url);
  return known?.outcome === 'broken' && !isFresh(known, date) ? undefined : known;
}
