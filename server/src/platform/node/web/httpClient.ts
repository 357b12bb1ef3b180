/** Asks the web, by undici: one request at a time, nothing followed, nothing remembered, nothing told that need not be. */
import { isIP } from 'node:net';
import tls from 'node:tls';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import type { HttpAnswer, HttpClient, HttpRequest, HttpResponse } from '../../../linkcheck/http.ts';
import { type HostLookup, HostResolver, LookupError, systemLookup } from './hostResolver.ts';
import { failureOf } from './httpFailure.ts';
import { type ProxySettings, readProxies } from './proxies.ts';
import { readBody } from './readBody.ts';

export interface HttpClientOptions {
  /** Whether a connection to this address may be used. */
  isAllowedAddress(address: string): boolean;
  readonly proxy?: ProxySettings;
  /** Trust what the operating system trusts, as well. */
  readonly systemCertificates?: boolean;
  /** Certificates to trust as well: for tests. */
  readonly certificates?: readonly string[];
  readonly lookup?: HostLookup;
}

const CANCELLED: HttpAnswer = { type: 'failure', reason: 'cancelled' };
/** Of all headers of an answer, in bytes. */
const MOST_HEADERS = 64 * 1024;

export class UndiciClient implements HttpClient {
  readonly #dispatcher: Dispatcher;

  constructor(options: HttpClientOptions) {
    this.#dispatcher = dispatcherOf(options);
  }

  async request(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const timer = new AbortController();
    const timeout = setTimeout(() => timer.abort(), request.timeoutMs);
    try {
      const answer = await this.#ask(request, AbortSignal.any([signal, timer.signal]));
      return signal.aborted ? CANCELLED : answer;
    } catch (error) {
      if (signal.aborted) {
        return CANCELLED;
      }
      return timer.signal.aborted ? { type: 'failure', reason: 'timeout' } : failureOf(error);
    } finally {
      clearTimeout(timeout);
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  async #ask({ method, url, userAgent, bodyBytes }: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { origin, pathname, search } = new URL(url);
    const { statusCode, headers, body } = await this.#dispatcher.request({
      ...{ origin, path: pathname + search, method, signal },
      headers: { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    // A body that is dropped may fail as it likes.
    body.on('error', () => {});
    const response = responseOf(statusCode, headers);
    if (bodyBytes === 0 || !/html|xml|^$/.test(response.contentType ?? '')) {
      body.destroy();
      return response;
    }
    const { text, isWhole } = await readBody(body, one(headers['content-encoding']), bodyBytes);
    return { ...response, body: text, isWhole };
  }
}

function dispatcherOf(options: HttpClientOptions): Dispatcher {
  const ca = certificates(options);
  const tlsOptions = ca === undefined ? {} : { ca };
  const common = {
    maxHeaderSize: MOST_HEADERS,
    // The request's own time limit is the only one.
    ...{ headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: 4000, connections: 1 },
  };
  const direct = { ...common, connect: connector(options, tlsOptions) };
  const proxies = readProxies(options.proxy ?? {});
  if (proxies === undefined) {
    return new Agent(direct);
  }
  return new EnvHttpProxyAgent({
    ...{ ...direct, ...proxies, requestTls: tlsOptions, proxyTls: tlsOptions },
    // Plain addresses are asked for as proxies expect it: many let tunnels through to port 443 only.
    proxyTunnel: false,
  });
}

/** Connects to allowed addresses only: names are resolved here, and what was connected to is looked at once more. */
function connector(options: HttpClientOptions, tlsOptions: object): buildConnector.connector {
  const resolver = new HostResolver(options.lookup ?? systemLookup, options.isAllowedAddress);
  const connect = buildConnector({ ...tlsOptions, lookup: resolver.forConnect, timeout: 0, autoSelectFamily: true });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !options.isAllowedAddress(host)) {
      callback(new LookupError('private-address', host), null);
      return;
    }
    connect(target, (...[error, socket]) => {
      const remote = socket?.remoteAddress;
      if (socket && (remote === undefined || !options.isAllowedAddress(remote))) {
        socket.destroy();
        callback(new LookupError('private-address', host), null);
      } else if (socket) {
        callback(null, socket);
      } else {
        callback(error ?? new Error('no connection'), null);
      }
    });
  };
}

/** `undefined` leaves it to Node: what it brings along, and what `NODE_EXTRA_CA_CERTS` names. */
function certificates({ systemCertificates, certificates: more = [] }: HttpClientOptions): string[] | undefined {
  const isKnown = 'getCACertificates' in tls;
  const system = systemCertificates && isKnown ? tls.getCACertificates('system') : [];
  const own = isKnown ? tls.getCACertificates('default') : tls.rootCertificates;
  return system.length + more.length === 0 ? undefined : [...own, ...system, ...more];
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function responseOf(status: number, headers: Headers): HttpResponse {
  const [location, retryAfter, contentType] = [headers.location, headers['retry-after'], headers['content-type']].map(
    one,
  );
  const isWall = one(headers['cf-mitigated']) === 'challenge' || isCloudflareRefusal(status, headers);
  return {
    ...{ type: 'response', status },
    ...(location === undefined ? {} : { location }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(isWall ? { botWall: true } : {}),
  };
}

/** Cloudflare stands before a large part of the web, and its 403 is mostly its own. */
function isCloudflareRefusal(status: number, headers: Headers): boolean {
  return status === 403 && (one(headers.server) ?? '').toLowerCase() === 'cloudflare';
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
