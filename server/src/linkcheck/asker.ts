/** Asks for one address, with patience: in its host's turn, HEAD before GET, again where it may help, never in haste. */
import type { LinkCheckOptions } from './checkOptions.ts';
import { HostQueues } from './hostQueues.ts';
import type { HttpAnswer, HttpClient } from './http.ts';
import type { LinkClock } from './ports.ts';
import { retryAfterMs } from './retryAfter.ts';
import { readAddress } from './webAddress.ts';

/** Reasons that may pass. */
const passing: readonly string[] = ['timeout', 'connection-lost', 'name-lookup'];
/** So many addresses of a host that never answered, with none in between that did, and it is left alone. */
const MOST_SILENT = 2;
/** Milliseconds for which it is left alone at least. */
const REST = 600_000;

const CANCELLED: HttpAnswer = { type: 'failure', reason: 'cancelled' };

export interface Question {
  readonly url: string;
  readonly hostname: string;
  /** How much of the page is wanted; 0 for none. */
  readonly bodyBytes: number;
}

type Method = 'HEAD' | 'GET';

interface Asked {
  readonly answer: HttpAnswer;
  readonly asked: Method;
}

interface HostState {
  refusesHead: boolean;
  /** Addresses, one after the other, for which there was no answer, or not even a name. */
  silent: number;
  /** What is said of all further addresses, and until when. */
  closed: { readonly answer: HttpAnswer; readonly until: number } | undefined;
}

export class Asker {
  readonly #http: HttpClient;
  readonly #clock: LinkClock;
  readonly #options: LinkCheckOptions;
  readonly #queues: HostQueues;
  readonly #hosts = new Map<string, HostState>();

  constructor(http: HttpClient, clock: LinkClock, options: LinkCheckOptions) {
    this.#http = http;
    this.#clock = clock;
    this.#options = options;
    this.#queues = new HostQueues(clock, options);
  }

  /** The last answer there was. */
  async ask(question: Question, signal: AbortSignal): Promise<HttpAnswer> {
    const host = this.#host(question.hostname);
    let method: Method = question.bodyBytes > 0 ? 'GET' : 'HEAD';
    for (let retry = 0, isNext = false; ; ) {
      const { answer, asked } = await this.#once(question, method, isNext, signal);
      if (answer.type === 'response') {
        host.silent = 0;
      }
      method = 'GET';
      isNext = asked === 'HEAD' && isRefusal(answer);
      if (isNext) {
        host.refusesHead ||= answer.type === 'response' && (answer.status === 405 || answer.status === 501);
        continue;
      }
      const wait = this.#waitFor(answer, retry);
      if (wait === undefined || signal.aborted || this.#closed(host) !== undefined) {
        return answer;
      }
      if (retry >= this.#options.retries || wait > this.#options.longestPauseMs) {
        this.#giveUp(host, answer, wait);
        return answer;
      }
      // From then on by GET: some servers never answer HEAD, and never say so.
      retry++;
      this.#queues.pause(question.hostname, wait);
      // Whether a host that is silent answers at all is found out by one address, and not by all of them.
      isNext = answer.type === 'failure';
    }
  }

  #once({ url, hostname, bodyBytes }: Question, wanted: Method, isNext: boolean, signal: AbortSignal): Promise<Asked> {
    const { userAgent, timeoutMs } = this.#options;
    const host = this.#host(hostname);
    const address = readAddress(url);
    const isIgnored = (): boolean => typeof address !== 'string' && this.#options.ignored.has(address);
    return this.#queues.run<Asked>(
      hostname,
      async () => {
        // What the host does not take may have shown while this waited.
        const asked = host.refusesHead ? 'GET' : wanted;
        const request = { method: asked, url, userAgent, timeoutMs, bodyBytes };
        return { asked, answer: await this.#http.request(request, signal) };
      },
      () => {
        const answer = signal.aborted || isIgnored() ? CANCELLED : this.#closed(host);
        return answer && { asked: 'GET', answer };
      },
      isNext,
    );
  }

  /** Milliseconds after which it may be worth asking again; `undefined` where it is not. */
  #waitFor(answer: HttpAnswer, retry: number): number | undefined {
    const { backOffMs } = this.#options;
    const backOff = backOffMs * 2 ** retry * (0.75 + this.#clock.random() / 2);
    if (answer.type === 'failure') {
      return passing.includes(answer.reason) ? backOff : undefined;
    }
    const isBusy = answer.status === 429 || answer.status === 503;
    return isBusy ? (retryAfterMs(answer.retryAfter, this.#clock.date()) ?? backOff) : undefined;
  }

  /** What one address was told, and three times, holds for the others of its host. */
  #giveUp(host: HostState, answer: HttpAnswer, wait: number): void {
    if (answer.type === 'failure') {
      host.silent += Number(answer.reason !== 'connection-lost');
      if (host.silent >= MOST_SILENT) {
        this.#close(host, answer, REST);
      }
    } else if (answer.status === 429 || wait > this.#options.longestPauseMs) {
      this.#close(host, answer, Math.max(wait, REST));
    }
  }

  #close(host: HostState, answer: HttpAnswer, ms: number): void {
    host.closed = { answer, until: this.#clock.now() + ms };
    host.silent = 0;
  }

  /** What is said of the host while it is left alone. */
  #closed({ closed }: HostState): HttpAnswer | undefined {
    return closed !== undefined && closed.until > this.#clock.now() ? closed.answer : undefined;
  }

  #host(name: string): HostState {
    const known = this.#hosts.get(name) ?? { refusesHead: false, silent: 0, closed: undefined };
    this.#hosts.set(name, known);
    return known;
  }
}

/** An answer to HEAD that may be about HEAD only. Being asked to wait is not. */
function isRefusal(answer: HttpAnswer): boolean {
  return answer.type === 'response' && answer.status >= 400 && answer.status !== 429 && answer.status !== 503;
}
