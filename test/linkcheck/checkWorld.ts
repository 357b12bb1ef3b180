/** A link checker, with all its parts but the web itself, on a web host of the tests. */

import type { KnownVerdict } from '../../server/src/core/model/webVerdict.ts';
import { Asker } from '../../server/src/linkcheck/asker.ts';
import { defaultLinkCheckOptions, type LinkCheckOptions } from '../../server/src/linkcheck/checkOptions.ts';
import { LinkChecker } from '../../server/src/linkcheck/linkChecker.ts';
import { planLinks } from '../../server/src/linkcheck/linkPlan.ts';
import { type HttpClientOptions, UndiciClient } from '../../server/src/platform/node/web/httpClient.ts';
import { nodeLinkClock } from '../../server/src/platform/node/web/webPlatform.ts';
import { WebHost } from '../support/webHost.ts';

/** Fast enough for a test, slow enough to be seen. */
const quick: LinkCheckOptions = {
  ...defaultLinkCheckOptions,
  hostGapMs: 5,
  backOffMs: 10,
  timeoutMs: 400,
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
    await this.checker(options, client).check(links, {
      signal: new AbortController().signal,
      onVerdict: ({ key }, verdict) => verdicts.set(key, verdict),
    });
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
