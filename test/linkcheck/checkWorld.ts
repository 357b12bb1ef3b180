/** A link checker, with all its parts but the web itself, on a web host of the tests. */

import assert from 'node:assert/strict';
import type { KnownVerdict } from '../../server/src/core/model/webVerdict.ts';
import { Asker } from '../../server/src/linkcheck/asker.ts';
import { defaultLinkCheckOptions, type LinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import { LinkChecker } from '../../server/src/linkcheck/linkChecker.ts';
import { planLinks } from '../../server/src/linkcheck/linkPlan.ts';
import { type HttpClientOptions, UndiciClient } from '../../server/src/platform/node/web/httpClient.ts';
import { nodeLinkClock } from '../../server/src/platform/node/web/webPlatform.ts';
import { type SeenRequest, WebHost } from '../support/webHost.ts';

/** Fast enough for a test, slow enough to be seen. */
const quick: LinkCheckOptions = {
  ...defaultLinkCheckOptions,
  hostGapMs: 5,
  backOffMs: 10,
  timeoutMs: 15_000,
  allowPrivateHosts: true,
};

export class CheckWorld {
  readonly host: WebHost;
  readonly store = new Map<string, KnownVerdict>();
  readonly #clients: UndiciClient[] = [];

  private constructor(host: WebHost) {
    this.host = host;
  }

  static async start(): Promise<CheckWorld> {
    return new CheckWorld(await WebHost.start());
  }

  checker(options: Partial<LinkCheckOptions> = {}, client: Partial<HttpClientOptions> = {}): LinkChecker {
    const http = this.#client(client);
    return new LinkChecker({ http, clock: nodeLinkClock, store: this.store, options: { ...quick, ...options } });
  }

  asker(): Asker {
    return new Asker(this.#client({}), nodeLinkClock, quick);
  }

  /** The verdicts on `urls`, each once, in the order in which they first stand there. */
  async check(
    urls: readonly string[],
    options: Partial<LinkCheckOptions> = {},
    client: Partial<HttpClientOptions> = {},
  ): Promise<readonly KnownVerdict[]> {
    const { links } = planLinks(urls);
    const verdicts = new Map<string, KnownVerdict>();
    const from = this.host.requests.length;
    await this.checker(options, client).check(links, {
      signal: new AbortController().signal,
      onVerdict: ({ key }, verdict) => verdicts.set(key, verdict),
    });
    assertPoliteness(this.host.requests.slice(from), { ...quick, ...options });
    return links.map(({ key }) => verdicts.get(key)!);
  }

  async close(): Promise<void> {
    for (const client of this.#clients) {
      await client.close();
    }
    await this.host.close();
  }

  #client(options: Partial<HttpClientOptions>): UndiciClient {
    // Loopback stands for the public internet here; 127.0.0.66 for what must not be asked.
    const isAllowedAddress = (address: string): boolean => address === '127.0.0.1';
    const client = new UndiciClient({ isAllowedAddress, proxy: { off: true }, lookup: this.host.lookup, ...options });
    this.#clients.push(client);
    return client;
  }
}

/** Whatever is asked, and however often: one thing at a time of a host, and with a pause. */
function assertPoliteness(requests: readonly SeenRequest[], { hostGapMs }: LinkCheckOptions): void {
  const last = new Map<string, SeenRequest>();
  for (const request of requests) {
    assert.equal(request.atOnce, 1, `${request.host} was asked two things at once`);
    const before = last.get(request.host);
    // The pause begins when an answer is there, which is after the server saw the question.
    assert.ok(before === undefined || request.at - before.at >= hostGapMs - 1, `${request.host} had no pause`);
    last.set(request.host, request);
  }
}
