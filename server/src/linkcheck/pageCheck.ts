/** Follows one address to its end, and judges every step. */
import type { WebHop, WebVerdict } from '../core/model/webVerdict.ts';
import type { Asker } from './asker.ts';
import type { LinkCheckOptions } from './checkOptions.ts';
import type { HttpAnswer } from './http.ts';
import type { PlannedLink } from './linkPlan.ts';
import { findFragments } from './pageFragments.ts';
import { pageTitle } from './pageTitle.ts';
import { isMadeByScript, type Probe, probeFor } from './quirks.ts';
import { isAsked, refusal } from './refusal.ts';
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

  constructor(asker: Asker, options: LinkCheckOptions) {
    this.#asker = asker;
    this.#options = options;
  }

  async check(link: PlannedLink, signal: AbortSignal): Promise<WebVerdict> {
    const address = readAddress(link.key);
    if (typeof address === 'string') {
      return verdictOf(address);
    }
    const refused = refusal(address, this.#options);
    if (refused !== undefined) {
      return verdictOf(refused);
    }
    const probe = probeFor(link.key);
    return probe === undefined ? this.#askPage(link, signal) : this.#askProbe(link, probe, signal);
  }

  /** What the page calls itself; `undefined` where it does not say, is not there or may not be asked. */
  async title(url: string, signal: AbortSignal): Promise<string | undefined> {
    if (!isAsked(url, this.#options)) {
      return undefined;
    }
    let page: HttpAnswer | undefined;
    const { outcome } = await this.#follow(url, TITLE_BYTES, signal, (answer) => {
      page = answer;
    });
    return outcome === 'ok' && page?.type === 'response' ? pageTitle(page.body ?? '') : undefined;
  }

  /** What the answer of another address says about the page: where that one redirects to is no news. */
  async #askProbe(link: PlannedLink, { url, missing }: Probe, signal: AbortSignal): Promise<WebVerdict> {
    if (!isAsked(url, this.#options)) {
      return verdictOf('ignored');
    }
    const { hops: _hops, movedTo: _movedTo, frontPage: _frontPage, ...verdict } = await this.#follow(url, 0, signal);
    const fragments = this.#placesOf(link, verdict, undefined);
    return verdict.outcome === 'broken' ? { ...verdict, detail: missing } : { ...verdict, ...fragments };
  }

  async #askPage(link: PlannedLink, signal: AbortSignal): Promise<WebVerdict> {
    let page: HttpAnswer | undefined;
    const bodyBytes = this.#wantedOf(link).length > 0 ? PAGE_BYTES : 0;
    const verdict = await this.#follow(link.key, bodyBytes, signal, (answer) => {
      page = answer;
    });
    return { ...verdict, ...this.#placesOf(link, verdict, page) };
  }

  #wantedOf({ hostname, fragments }: PlannedLink): readonly string[] {
    return this.#options.fragments ? fragments.filter((name) => !isMadeByScript(hostname, name)) : [];
  }

  /** A page that is not there is said to be not there, and nothing is said of places in it. */
  #placesOf(
    link: PlannedLink,
    { outcome, hops }: WebVerdict,
    page: HttpAnswer | undefined,
  ): Pick<WebVerdict, 'fragments'> {
    const wanted = this.#wantedOf(link);
    if (wanted.length === 0 || outcome !== 'ok') {
      return {};
    }
    const { body = '', isWhole = false } = page?.type === 'response' ? page : {};
    const end = URL.parse(hops?.at(-1)?.url ?? link.key)?.hostname ?? '';
    const found = findFragments(body, wanted);
    const has = (name: string): boolean | null =>
      found.has(name) || (isWhole && !isMadeByScript(end, name) ? false : null);
    return { fragments: Object.fromEntries(wanted.map((name) => [name, has(name)])) };
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
      const refused = this.#refusal(address, hops);
      if (refused !== undefined || typeof address === 'string') {
        return verdictOf(refused ?? 'odd-answer', hops);
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
    const refused = refusal(address, this.#options);
    return refused && (refused === 'ignored' ? 'redirect-ignored' : 'redirect-private');
  }
}

function nextStop(url: string, answer: HttpAnswer): WebHop | undefined {
  if (answer.type === 'failure' || answer.location === undefined || answer.status < 300 || answer.status > 399) {
    return undefined;
  }
  const target = redirectTarget(url, answer.location);
  return target === undefined ? undefined : { status: answer.status, url: target };
}
