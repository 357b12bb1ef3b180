/** How links are checked. */
import { IgnoreRules } from './ignoreRules.ts';
import type { WebAddress } from './webAddress.ts';

export interface LinkCheckOptions {
  readonly userAgent: string;
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  /** Requests under way at once, over all hosts. */
  readonly concurrency: number;
  /** Milliseconds from the end of a request to the next one at the same host. */
  readonly hostGapMs: number;
  /** How often a request that failed for a reason that may pass is made again. */
  readonly retries: number;
  /** Milliseconds before the first of these; doubled for each further one. */
  readonly backOffMs: number;
  /** A host that asks for a longer pause than this is left alone for the rest of the run. */
  readonly longestPauseMs: number;
  readonly allowPrivateHosts: boolean;
  /** Hosts and addresses that are left alone: asked each time, so that they may change while links are checked. */
  readonly ignored: { has(address: WebAddress): boolean };
  /** Read pages to find the places in them that links name. */
  readonly fragments: boolean;
}

export const defaultLinkCheckOptions: LinkCheckOptions = {
  userAgent: 'TalkNotes/1.0 (asks whether pages that a person noted are still there)',
  timeoutMs: 20_000,
  concurrency: 16,
  hostGapMs: 1000,
  retries: 2,
  backOffMs: 2000,
  longestPauseMs: 60_000,
  allowPrivateHosts: false,
  ignored: new IgnoreRules([]),
  fragments: false,
};
