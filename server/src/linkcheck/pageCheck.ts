/** Follows one address to its end, and judges every step. */
import type { WebHop, WebVerdict } from '../core/model/webVerdict.ts';
import type { Asker } from './asker.ts';
import type { LinkCheckOptions } from './checkOptions.ts';
import type { HttpAnswer } from './http.ts';
import { IgnoreRules } from './ignoreRules.ts';
import type { PlannedLink } from './linkPlan.ts';
import { findFragments } from './pageFragments.ts';
import { pageTitle } from './pageTitle.ts';
import { isPublicHostname } from './publicAddress.ts';
import { isMadeByScript, probeFor } from './quirks.ts';
import { judge, verdictOf } from './verdict.ts';
import { readAddress, redirectTarget, type WebAddress } from './webAddress.ts';

const MOST_HOPS = 10;
/** Of a page in which places are looked for. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** Of a page whose title is wanted: it stands near the start. */
const TITLE_BYTES = 512 * 1024;

export class PageCheck {
  readonly #asker: Asker;
  readonly #options: LinkCheckOptions;
  readonly #ignored: IgnoreRules;

  constructor(asker: Asker, options: LinkCheckOptions) {
    this.#asker = asker;
    this.#options = options;
    this.#ignored = new IgnoreRules(options.ignore);
  }

  async check(link: PlannedLink, signal: AbortSignal): Promise<WebVerdict> {
    const address = readAddress(link.key);
    if (typeof address === 'string') {
      return verdictOf(address);
    }
    if (this.#ignored.has(address)) {
      return verdictOf('ignored');
    }
    if (!this.#options.allowPrivateHosts && !isPublicHostname(address.hostname)) {
      return verdictOf('private-host');
    }
    const probe = probeFor(link.key);
    if (probe !== undefined) {
      const verdict = await this.#follow(probe.url, 0, signal);
      return verdict.outcome === 'broken' ? { ...verdict, detail: probe.missing } : verdict;
    }
    return this.#withFragments(link, signal);
  }

  /** What the page calls itself; `undefined` where it does not say, is not there or may not be asked. */
  async title(url: string, signal: AbortSignal): Promise<string | undefined> {
    const address = readAddress(url);
    const mayAsk =
      typeof address !== 'string' &&
      !this.#ignored.has(address) &&
      (this.#options.allowPrivateHosts || isPublicHostname(address.hostname));
    let page: HttpAnswer | undefined;
    const verdict = mayAsk
      ? await this.#follow(address.key, TITLE_BYTES, signal, (answer) => {
          page = answer;
        })
      : undefined;
    return verdict?.outcome === 'ok' && page?.type === 'response' ? pageTitle(page.body ?? '') : undefined;
  }

  async #withFragments({ key, hostname, fragments }: PlannedLink, signal: AbortSignal): Promise<WebVerdict> {
    const wanted = this.#options.fragments ? fragments.filter((name) => !isMadeByScript(hostname, name)) : [];
    let page: HttpAnswer | undefined;
    const verdict = await this.#follow(key, wanted.length > 0 ? PAGE_BYTES : 0, signal, (answer) => {
      page = answer;
    });
    // A page that is not there is said to be not there, and nothing is said of places in it.
    const body = verdict.outcome === 'ok' && page?.type === 'response' ? page.body : undefined;
    return wanted.length === 0 || body === undefined ? verdict : { ...verdict, fragments: findFragments(body, wanted) };
  }

  /** Asks `start`, and wherever it leads; `seen` is given the last answer. */
  async #follow(
    start: string,
    bodyBytes: number,
    signal: AbortSignal,
    seen?: (answer: HttpAnswer) => void,
  ): Promise<WebVerdict> {
    const hops: WebHop[] = [];
    const visited = new Set<string>();
    for (let url = start; ; ) {
      const address = readAddress(url);
      const refusal = this.#refusal(address, hops);
      if (refusal !== undefined || typeof address === 'string') {
        return verdictOf(refusal ?? 'odd-answer', hops);
      }
      if (visited.has(address.key) || hops.length > MOST_HOPS) {
        return verdictOf(visited.has(address.key) ? 'redirect-loop' : 'too-many-redirects', hops);
      }
      visited.add(address.key);
      const { key, hostname } = address;
      const answer = await this.#asker.ask({ url: key, hostname, bodyBytes }, signal);
      const next = nextStop(key, answer);
      if (next === undefined) {
        seen?.(answer);
        return judge(start, answer, hops);
      }
      hops.push({ status: next.status, url: next.url });
      url = next.url;
    }
  }

  /** Why a redirect to `address` is not followed; the first address was let through already. */
  #refusal(address: WebAddress | string, hops: readonly WebHop[]) {
    if (typeof address === 'string' || hops.length === 0) {
      return undefined;
    }
    if (this.#ignored.has(address)) {
      return 'redirect-ignored';
    }
    return this.#options.allowPrivateHosts || isPublicHostname(address.hostname) ? undefined : 'redirect-private';
  }
}

function nextStop(url: string, answer: HttpAnswer): WebHop | undefined {
  if (answer.type === 'failure' || answer.location === undefined || answer.status < 300 || answer.status > 399) {
    return undefined;
  }
  const target = redirectTarget(url, answer.location);
  return target === undefined ? undefined : { status: answer.status, url: target };
}
