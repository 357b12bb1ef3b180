/** What is known of web links in the editor, and when they are asked for: never before the user said so, never on typing. */
import type { WebVerdict } from '../../core/model/webVerdict.ts';
import type { NotePath } from '../../core/text/path.ts';
import { stateText } from '../../features/web/verdictText.ts';
import type { WebKnowledge } from '../../features/web/webFindings.ts';
import { webLinks } from '../../features/web/webLinks.ts';
import { Asker } from '../../linkcheck/asker.ts';
import { defaultLinkCheckOptions, type LinkCheckOptions } from '../../linkcheck/checkOptions.ts';
import { IgnoreRules } from '../../linkcheck/ignoreRules.ts';
import { knownVerdict, listedVerdict, tellableVerdict } from '../../linkcheck/knownVerdicts.ts';
import { LinkChecker } from '../../linkcheck/linkChecker.ts';
import { planLinks } from '../../linkcheck/linkPlan.ts';
import { isAsked } from '../../linkcheck/refusal.ts';
import { readAddress } from '../../linkcheck/webAddress.ts';
import type { NoteWorkspace } from '../../workspace/noteWorkspace.ts';
import type { Cancel, Clock, Logger } from '../../workspace/ports.ts';
import type { WebAccess } from '../protocol.ts';
import type { Settings } from '../settings.ts';
import type { SharedStore, WebParts } from './webParts.ts';

export interface WebServiceParts {
  /** Absent where the platform has no network. */
  readonly web?: WebParts | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly workspace: NoteWorkspace;
  settings(): Settings;
  /** More is known; `running` while links are being asked for. */
  didLearn(running: { readonly done: number; readonly total: number } | undefined): void;
  /** Notes may have other web links than before, in whatever state. */
  didChangeLinks(running: { readonly done: number; readonly total: number } | undefined): void;
}

export interface CheckCount {
  readonly checked: number;
  readonly verdicts: readonly WebVerdict[];
}

interface Engine {
  readonly settings: string;
  readonly checker: LinkChecker;
  readonly asker: Asker;
  close(): Promise<void>;
}

/** Milliseconds: a person does not read faster, and a note that is only passed through is not asked about. */
const NEWS_PAUSE = 500;
const OPEN_PAUSE = 700;
/** How long a paste waits for a page's title. */
const TITLE_WAIT = 6000;

export class WebService {
  readonly #parts: WebServiceParts;
  readonly #progress = { done: 0, total: 0, runs: 0 };
  readonly #running = new Set<AbortController>();
  #access: WebAccess = { allowed: true };
  #store: SharedStore | undefined;
  #engine: Engine | undefined;
  #ignored = new IgnoreRules([]);
  #news: Cancel | undefined;
  #changes: Cancel | undefined;

  constructor(parts: WebServiceParts) {
    this.#parts = parts;
  }

  /** Whether the user lets the web be asked, here. */
  get isOn(): boolean {
    const { check } = this.#parts.settings().web;
    return this.isPossible && (check === 'automatic' || check === 'onRequest');
  }

  /** Whether the web could be asked here, if the user said so. */
  get isPossible(): boolean {
    return this.#parts.web !== undefined && this.#access.allowed;
  }

  get hasClientCommands(): boolean {
    return this.#access.hasCommands === true;
  }

  /** For findings: what can be said now. `undefined` where the web is not asked. */
  get knowledge(): WebKnowledge | undefined {
    const store = this.#openStore();
    const date = this.#parts.web?.clock.date() ?? 0;
    return store && { date, verdict: (url) => (this.#isIgnored(url) ? undefined : tellableVerdict(store, url, date)) };
  }

  /** For lists: all that is known, and broken only what is so for certain. */
  get list(): WebKnowledge {
    const store = this.#openStore();
    const date = this.#parts.web?.clock.date() ?? 0;
    const isKnown = (url: string): boolean => store !== undefined && !this.#isIgnored(url);
    return { date, verdict: (url) => (isKnown(url) ? listedVerdict(store!, url, date) : undefined) };
  }

  /** For what is done about a link: all that is known, however old. */
  get memory(): WebKnowledge {
    const store = this.#openStore();
    return {
      date: this.#parts.web?.clock.date() ?? 0,
      verdict: (url) => (store === undefined || this.#isIgnored(url) ? undefined : knownVerdict(store, url)),
    };
  }

  /** Whether anything would be asked for a link to `url`. */
  readonly wouldAsk = (url: string): boolean => {
    const { allowPrivateHosts } = this.#parts.settings().web;
    return isAsked(url, { allowPrivateHosts, ignored: this.#ignored });
  };

  /** For hovers. */
  readonly linkState = (url: string): string | undefined => {
    const { verdict, date } = this.memory;
    const known = verdict(url);
    return known && stateText(known, date);
  };

  setAccess(access: WebAccess): void {
    this.#access = access;
    this.#reset();
  }

  /** Settings may be others. */
  reconfigure(): void {
    this.#ignored = new IgnoreRules(this.#parts.settings().web.ignore);
    if (!this.isOn || (this.#engine !== undefined && this.#engine.settings !== this.#engineSettings())) {
      this.#reset();
    }
  }

  /** A note changed: views look again when the hand rests. Nothing is asked. */
  didChangeNote(): void {
    if (this.isOn) {
      this.#changes ??= this.#parts.clock.after(NEWS_PAUSE, () => {
        this.#changes = undefined;
        this.#parts.didChangeLinks(this.#state());
      });
    }
  }

  /** A note was opened: what is not known of it well enough is asked, where that is wanted. */
  didOpen(path: NotePath): void {
    if (!this.isOn || this.#parts.settings().web.check !== 'automatic') {
      return;
    }
    this.#parts.clock.after(OPEN_PAUSE, () => {
      const entry = this.#parts.workspace.entry(path);
      if (entry !== undefined && this.#parts.workspace.isOpen(path) && this.isOn) {
        void this.check(
          webLinks(entry.note).map(({ target }) => target.url),
          {},
        );
      }
    });
  }

  /** Asks for `urls`, each once; what is known well enough is not asked again unless `force` says so. */
  async check(
    urls: readonly string[],
    { force = false, signal }: { force?: boolean; signal?: AbortSignal },
  ): Promise<CheckCount> {
    if (!this.isOn) {
      return { checked: 0, verdicts: [] };
    }
    this.#openStore()?.refresh();
    const { checker } = this.#openEngine();
    const { links } = planLinks(urls.filter((url) => !this.#isIgnored(url)));
    const wanted = links.filter((link) => force || checker.remembered(link) === undefined);
    const stop = new AbortController();
    signal?.addEventListener('abort', () => stop.abort(), { once: true });
    this.#running.add(stop);
    this.#progress.total += wanted.length;
    this.#progress.runs++;
    const verdicts: WebVerdict[] = [];
    await checker.check(links, {
      force,
      signal: stop.signal,
      onVerdict: (_link, verdict, fromMemory) => {
        verdicts.push(verdict);
        this.#progress.done += Number(!fromMemory);
        this.#tellSoon();
      },
    });
    this.#running.delete(stop);
    this.#progress.runs--;
    if (this.#progress.runs === 0) {
      Object.assign(this.#progress, { done: 0, total: 0 });
    }
    this.#tellSoon();
    return { checked: wanted.length, verdicts };
  }

  /** What the page at `url` calls itself, where the user lets the web be asked and it answers soon: somebody is waiting. */
  async title(url: string, onCancel: (cancel: () => void) => void): Promise<string | undefined> {
    if (!this.isOn || this.#isIgnored(url)) {
      return undefined;
    }
    const stop = new AbortController();
    onCancel(() => stop.abort());
    const forget = this.#parts.clock.after(TITLE_WAIT, () => stop.abort());
    this.#running.add(stop);
    const title = await this.#openEngine().checker.title(url, stop.signal);
    this.#running.delete(stop);
    forget();
    return title;
  }

  /** For what is asked besides the links themselves: the archive. */
  get asker(): Asker | undefined {
    return this.isOn ? this.#openEngine().asker : undefined;
  }

  get parts(): WebParts | undefined {
    return this.#parts.web;
  }

  #isIgnored(url: string): boolean {
    const address = readAddress(url);
    return typeof address === 'string' || this.#ignored.has(address);
  }

  #openStore(): SharedStore | undefined {
    if (!this.isOn) {
      return undefined;
    }
    this.#store ??= this.#parts.web?.openVerdictFile(this.#access.cacheFile, (message) =>
      this.#parts.logger.warn(message),
    );
    return this.#store;
  }

  #openEngine(): Engine {
    const { web, settings } = this.#parts;
    const store = this.#openStore();
    if (web === undefined || store === undefined) {
      throw new Error('the web is switched off');
    }
    if (this.#engine === undefined) {
      const { allowPrivateHosts, timeoutMs, fragments, userAgent } = settings().web;
      const { proxy, noProxy, proxyOff: off = false, systemCertificates = true } = this.#access;
      const { hostGap: hostGapMs = defaultLinkCheckOptions.hostGapMs } = this.#access;
      const proxies = { off, ...(proxy ? { proxy } : {}), ...(noProxy ? { noProxy } : {}) };
      const http = web.openHttpClient({ allowPrivateHosts, systemCertificates, proxy: proxies });
      const options: LinkCheckOptions = {
        ...defaultLinkCheckOptions,
        ...{ allowPrivateHosts, timeoutMs, fragments, hostGapMs, ...(userAgent === '' ? {} : { userAgent }) },
        // What is ignored from now on is not asked for, though it may be waiting already.
        ignored: { has: (address) => this.#ignored.has(address) },
      };
      const { clock } = web;
      const asker = new Asker(http, clock, options);
      this.#engine = {
        settings: this.#engineSettings(),
        checker: new LinkChecker({ http, clock, store, options, asker }),
        asker,
        close: () => http.close(),
      };
    }
    return this.#engine;
  }

  /** What an engine is made for. The rest is asked for when it is needed: changing it ends nothing that is under way. */
  #engineSettings(): string {
    const { allowPrivateHosts, timeoutMs, fragments, userAgent } = this.#parts.settings().web;
    return JSON.stringify([allowPrivateHosts, timeoutMs, fragments, userAgent]);
  }

  /** Ends what is under way: it was begun under other rules. */
  #reset(): void {
    for (const stop of this.#running) {
      stop.abort();
    }
    void this.#engine?.close();
    this.#engine = undefined;
    if (!this.isOn) {
      this.#store = undefined;
    }
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#news ??= this.#parts.clock.after(NEWS_PAUSE, () => {
      this.#news = undefined;
      this.#parts.didLearn(this.#state());
    });
  }

  #state(): { readonly done: number; readonly total: number } | undefined {
    const { done, total, runs } = this.#progress;
    return runs === 0 || total === 0 ? undefined : { done, total };
  }
}
