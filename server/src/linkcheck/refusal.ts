/** What is never asked. */
import { isPublicHostname } from './publicAddress.ts';
import { probeFor } from './quirks.ts';
import { readAddress, type WebAddress } from './webAddress.ts';

export interface AskingRules {
  readonly allowPrivateHosts: boolean;
  /** Hosts and addresses that are left alone. */
  readonly ignored: { has(address: WebAddress): boolean };
}

/** Why `address` is not asked; `undefined` where it may be, as far as its name can tell. */
export function refusal(address: WebAddress, rules: AskingRules): 'ignored' | 'private-host' | undefined {
  if (rules.ignored.has(address)) {
    return 'ignored';
  }
  return rules.allowPrivateHosts || isPublicHostname(address.hostname) ? undefined : 'private-host';
}

/** Whether anything is asked for the sake of a link to `url`. */
export function isAsked(url: string, rules: AskingRules): boolean {
  const address = readAddress(url);
  if (typeof address === 'string' || refusal(address, rules) !== undefined) {
    return false;
  }
  const probe = probeFor(address.key);
  const other = probe && readAddress(probe.url);
  return other === undefined || (typeof other !== 'string' && refusal(other, rules) === undefined);
}
