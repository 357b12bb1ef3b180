/** Checks many addresses: from memory where that is recent enough, from the web where it is not, each at most once. */
import type { KnownVerdict, WebVerdict } from '../core/model/webVerdict.ts';
import { Asker } from './asker.ts';
import type { LinkCheckOptions } from './checkOptions.ts';
import { isFresh } from './freshness.ts';
import type { HttpClient } from './http.ts';
import type { PlannedLink } from './linkPlan.ts';
import { PageCheck } from './pageCheck.ts';
import type { LinkClock, VerdictStore } from './ports.ts';
import { isMadeByScript } from './quirks.ts';

export interface LinkCheckerParts {
  readonly http: HttpClient;
  readonly clock: LinkClock;
  readonly store: VerdictStore;
  readonly options: LinkCheckOptions;
  /** Takes turns with others that ask; it makes its own where there are none. */
  readonly asker?: Asker;
}

export interface CheckRun {
  readonly signal: AbortSignal;
  /** Ask also where what is remembered would do. */
  readonly force?: boolean;
  /** Told of each link as soon as its verdict is known. */
  onVerdict?(link: PlannedLink, verdict: KnownVerdict, fromMemory: boolean): void;
}

export class LinkChecker {
  readonly #parts: LinkCheckerParts;
  readonly #pages: PageCheck;
  readonly #running = new Map<string, Promise<KnownVerdict>>();

  constructor(parts: LinkCheckerParts) {
    this.#parts = parts;
    const { http, clock, options, asker = new Asker(http, clock, options) } = parts;
    this.#pages = new PageCheck(asker, options);
  }

  /** What is remembered of `link` and recent enough. */
  remembered(link: PlannedLink): KnownVerdict | undefined {
    const { store, clock, options } = this.#parts;
    const known = store.get(link.key);
    if (known === undefined || !isFresh(known, clock.date())) {
      return undefined;
    }
    const wanted = options.fragments && known.outcome === 'ok' ? link.fragments : [];
    const isWhole = wanted.every(
      (name) => known.fragments?.[name] !== undefined || isMadeByScript(link.hostname, name),
    );
    return isWhole ? known : undefined;
  }

  /** What the page at `url` calls itself; `undefined` where it does not say or may not be asked. Never rejects. */
  title(url: string, signal: AbortSignal): Promise<string | undefined> {
    return this.#pages.title(url, signal);
  }

  /** Resolves when all `links` have their verdicts, or when the run is cancelled: the rest has none then. Never rejects. */
  async check(links: readonly PlannedLink[], run: CheckRun): Promise<void> {
    const checked = Promise.all(
      links.map(async (link) => {
        const known = run.force ? undefined : this.remembered(link);
        const verdict = known ?? (await this.#ask(link, run.signal));
        if (verdict.reason !== 'cancelled') {
          run.onVerdict?.(link, verdict, known !== undefined);
        }
      }),
    );
    await Promise.race([checked, whenAborted(run.signal)]);
  }

  async #ask(link: PlannedLink, signal: AbortSignal): Promise<KnownVerdict> {
    const running = this.#running.get(link.key);
    if (running === undefined) {
      return this.#askNow(link, signal);
    }
    const shared = await running;
    // Who asked first may have had enough of it.
    return shared.reason !== 'cancelled' ? shared : this.#askNow(link, signal);
  }

  #askNow(link: PlannedLink, signal: AbortSignal): Promise<KnownVerdict> {
    const asking = this.#pages
      .check(link, signal)
      .then((verdict) => this.#keep(link, verdict))
      .finally(() => this.#running.delete(link.key));
    this.#running.set(link.key, asking);
    return asking;
  }

  #keep({ key }: PlannedLink, verdict: WebVerdict): KnownVerdict {
    const { store, clock } = this.#parts;
    const known = { ...verdict, checkedAt: clock.date() };
    if (verdict.outcome !== 'skipped') {
      store.set(key, known);
    }
    return known;
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) {
      resolve();
    }
  });
}
