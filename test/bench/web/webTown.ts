/**
 * A web to be checked: hosts that are addresses of loopback, all of which one server answers. Linux has them without being
 * asked. Pages are of the kinds that link checkers get wrong.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const HOSTS = 200;
export const PER_HOST = 10;
/** Milliseconds until an answer. */
export const LATENCY = 20;

/** What a page is like, by its number on its host. */
export const kinds = [
  ...(['there', 'HEAD refused', 'HEAD not found', 'forbidden', 'asked to wait', 'bot wall', 'moved'] as const),
  ...(['in trouble', 'reset', 'gone'] as const),
];
export type Kind = (typeof kinds)[number];

export class WebTown {
  readonly #server = createServer((request, response) => {
    setTimeout(() => this.#answer(request, response), LATENCY);
  });
  /** How often each page was asked for. */
  readonly #asked = new Map<string, number>();
  /** Whether there are all kinds of pages, or just such as are there. */
  isMixed = false;

  static async build(): Promise<WebTown> {
    const town = new WebTown();
    await new Promise<void>((resolve) => {
      town.#server.listen(0, '0.0.0.0', resolve);
    });
    return town;
  }

  get urls(): readonly string[] {
    const { port } = this.#server.address() as AddressInfo;
    return Array.from(
      { length: HOSTS * PER_HOST },
      (_, at) => `http://127.0.0.${(at % HOSTS) + 1}:${port}/p${Math.floor(at / HOSTS)}`,
    );
  }

  /** What was asked for is forgotten: to the next checker the town is new. */
  reset(): void {
    this.#asked.clear();
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const page = `${headers.host}${url}`;
    const times = this.#asked.get(page) ?? 0;
    this.#asked.set(page, times + 1);
    const kind = this.isMixed && !url.startsWith('/new') ? kindOf(url) : 'there';
    if (kind === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    const status = statusOf(kind, method === 'HEAD', times);
    response.writeHead(status, {
      'content-type': 'text/html',
      ...(status === 301 ? { location: `/new${url}` } : {}),
      ...(status === 429 ? { 'retry-after': '1' } : {}),
    });
    response.end(method === 'HEAD' ? '' : '<p>page</p>');
  }
}

export function kindOf(url: string): Kind {
  return kinds[Number(/\d+$/.exec(url)?.[0] ?? 0) % PER_HOST]!;
}

function statusOf(kind: Exclude<Kind, 'reset'>, isHead: boolean, times: number): number {
  const statuses: Readonly<Record<typeof kind, number>> = {
    ...{ there: 200, 'HEAD refused': isHead ? 405 : 200, 'HEAD not found': isHead ? 404 : 200, forbidden: 403 },
    ...{ 'asked to wait': times === 0 ? 429 : 200, 'bot wall': 999, moved: 301, 'in trouble': 500, gone: 404 },
  };
  return statuses[kind];
}
