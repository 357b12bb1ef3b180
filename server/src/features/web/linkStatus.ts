/** The few kinds of web links that a person has to do with. */
import type { KnownVerdict } from '../../core/model/webVerdict.ts';

export type LinkStatus = 'broken' | 'moved' | 'unverified' | 'ok' | 'unknown';

/** In the order in which they matter. */
export const linkStatuses: readonly LinkStatus[] = ['broken', 'moved', 'unverified', 'ok', 'unknown'];

/** `unknown` is what was never asked. */
export function linkStatus(known: KnownVerdict | undefined): LinkStatus {
  if (known === undefined || known.outcome === 'skipped') {
    return 'unknown';
  }
  if (known.outcome !== 'ok') {
    return known.outcome;
  }
  return known.movedTo !== undefined || known.frontPage ? 'moved' : 'ok';
}
