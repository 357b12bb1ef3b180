/**
 * A piece of the web on loopback: any number of host names, each answering in its own way, and a record of what was asked.
 * The names are known to `lookup` only.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { HostLookup } from '../../server/src/platform/node/web/hostResolver.ts';
import { testCertificate } from './testCertificate.ts';

/** How a page answers; `times` is how often it was asked before. */
export type Page = (request: IncomingMessage, response: ServerResponse, times: number) => void;

export interface SeenRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** Milliseconds of the monotonic clock. */
  readonly at: number;
  /** How many requests of the same host were under way when it came, itself included. */
  readonly atOnce: number;
}

export class WebHost {
  readonly requests: SeenRequest[] = [];
  /** Names that were looked up, in order. */
  readonly lookups: string[] = [];
  readonly #plain: Server;
  readonly #secure: Server;
  readonly #pages = new Map<string, Page>();
  readonly #addresses = new Map<string, readonly string[] | 'no-such-host' | 'no-answer'>();
  readonly #underWay = new Map<string, number>();

  private constructor() {
    this.#plain = createServer((request, response) => this.#answer(request, response));
    this.#secure = createTlsServer(testCertificate, (request, response) => this.#answer(request, response));
  }

  static async start(): Promise<WebHost> {
    const host = new WebHost();
    for (const server of [host.#plain, host.#secure]) {
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
    }
    return host;
  }

  get port(): number {
    return (this.#plain.address() as AddressInfo).port;
  }

  /** Lets `path` of `host` answer by `page`; the path as it is asked for. Gives its address. */
  page(host: string, path: string, page: Page): string {
    this.#pages.set(host + path, page);
    return this.url(host, path);
  }

  url(host: string, path: string): string {
    return `http://${host}:${this.port}${path}`;
  }

  secureUrl(host: string, path: string): string {
    return `https://${host}:${(this.#secure.address() as AddressInfo).port}${path}`;
  }

  /** What looking up `host` gives; without it, all names are this host's. */
  resolves(host: string, addresses: readonly string[] | 'no-such-host' | 'no-answer'): void {
    this.#addresses.set(host, addresses);
  }

  readonly lookup: HostLookup = {
    lookup: async (hostname) => {
      this.lookups.push(hostname);
      const addresses = this.#addresses.get(hostname) ?? ['127.0.0.1'];
      if (typeof addresses === 'string') {
        throw new Error(addresses);
      }
      return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
    isUnknown: async (hostname) => this.#addresses.get(hostname) === 'no-such-host',
  };

  /** What was asked of `host`: `HEAD /a`. */
  asked(host: string): readonly string[] {
    return this.requests.filter((seen) => seen.host === host).map(({ method, path }) => `${method} ${path}`);
  }

  async close(): Promise<void> {
    for (const server of [this.#plain, this.#secure]) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const { url: path = '', method = '', headers } = request;
    const atOnce = (this.#underWay.get(host) ?? 0) + 1;
    this.#underWay.set(host, atOnce);
    response.once('close', () => this.#underWay.set(host, (this.#underWay.get(host) ?? 1) - 1));
    const times = this.requests.filter((seen) => seen.host === host && seen.path === path).length;
    this.requests.push({ host, path, method, headers, at: performance.now(), atOnce });
    const page = this.#pages.get(host + path) ?? status(404);
    page(request, response, times);
  }
}

/** Answers with a status, and nothing to read. */
export function status(code: number, headers: Record<string, string> = {}): Page {
  return (_request, response) => {
    response.writeHead(code, headers);
    response.end();
  };
}

export function redirect(code: number, location: string): Page {
  return status(code, { location });
}

/** Answers HEAD in one way and GET in another. */
export function byMethod(head: Page, get: Page): Page {
  return (request, response, times) => (request.method === 'HEAD' ? head : get)(request, response, times);
}

/** Answers in turn, and in the last way from then on. */
export function inTurn(...pages: readonly Page[]): Page {
  return (request, response, times) => pages[Math.min(times, pages.length - 1)]!(request, response, times);
}

/** Sends these bytes as they are, whatever they are, and hangs up. */
export function raw(bytes: string | Uint8Array): Page {
  return (_request, response) => {
    response.socket?.end(bytes);
  };
}

/** Never answers. */
export const silent: Page = () => {};

/** Hangs up in the rudest way. */
export const reset: Page = (_request, response) => {
  response.socket?.resetAndDestroy();
};
