/** Asks the web for the links of notes, and shows how far that is. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { KnownVerdict, WebOutcome } from '../../core/model/webVerdict.ts';
import type { WebKnowledge } from '../../features/web/webFindings.ts';
import { webLinks } from '../../features/web/webLinks.ts';
import { defaultLinkCheckOptions } from '../../linkcheck/checkOptions.ts';
import { IgnoreRules } from '../../linkcheck/ignoreRules.ts';
import { LinkChecker } from '../../linkcheck/linkChecker.ts';
import { type PlannedLink, planLinks } from '../../linkcheck/linkPlan.ts';
import type { VerdictStore } from '../../linkcheck/ports.ts';
import { isAsked } from '../../linkcheck/refusal.ts';
import { isLog } from '../../linkcheck/verdictLog.ts';
import { readAddress } from '../../linkcheck/webAddress.ts';
import type { Shell } from '../shell.ts';
import { complain } from '../terminal.ts';
import type { WebCheckOptions } from './checkOptions.ts';

export interface WebRun {
  readonly knowledge: WebKnowledge;
  readonly summary: WebSummary;
}

export interface WebSummary {
  /** Different addresses. */
  readonly links: number;
  readonly sites: number;
  readonly outcomes: Readonly<Record<WebOutcome, number>>;
  /** How many of them were remembered and not asked again. */
  readonly remembered: number;
}

/** The complaint where the file that answers are to be kept in holds something else: it would be written over. */
export async function foreignCache(shell: Shell, { cache }: WebCheckOptions): Promise<string | undefined> {
  const file = cache === 'none' ? undefined : cache.file;
  const text = file === undefined ? undefined : await shell.files.read(file);
  return text === undefined || isLog(text) ? undefined : `${file} is no cache of answers, and was left alone.`;
}

/** Checks all web links of `entries`. */
export async function askWeb(shell: Shell, entries: readonly NoteEntry[], options: WebCheckOptions): Promise<WebRun> {
  const { openHttpClient, openVerdictFile, clock } = await shell.web();
  const urls = entries.flatMap(({ note }) => webLinks(note).map(({ target }) => target.url));
  const { links } = planLinks(urls);
  const rules = { allowPrivateHosts: options.allowPrivateHosts, ignored: new IgnoreRules(options.ignore) };
  const { sites } = planLinks(urls.filter((url) => isAsked(url, rules)));
  const store: VerdictStore =
    options.cache === 'none'
      ? new Map<string, KnownVerdict>()
      : openVerdictFile(options.cache.file, (message) => complain(shell.terminal, message));
  const { cache: _cache, ignore: _ignore, userAgent = defaultLinkCheckOptions.userAgent, ...rest } = options;
  const http = openHttpClient({ allowPrivateHosts: options.allowPrivateHosts, systemCertificates: true });
  const checker = new LinkChecker({
    http,
    clock,
    store,
    options: { ...defaultLinkCheckOptions, ...rest, ...rules, userAgent },
  });
  const tally = new Tally(shell, links.length, sites.length);
  await checker.check(links, {
    signal: new AbortController().signal,
    onVerdict: (...news) => tally.add(...news),
  });
  await http.close();
  shell.terminal.status(undefined);
  const verdict = (url: string): KnownVerdict | undefined => {
    const address = readAddress(url);
    return typeof address === 'string' ? undefined : tally.verdicts.get(address.key);
  };
  return { knowledge: { verdict, date: clock.date() }, summary: tally };
}

class Tally implements WebSummary {
  readonly #shell: Shell;
  readonly links: number;
  readonly sites: number;
  readonly outcomes: Record<WebOutcome, number> = { ok: 0, broken: 0, unverified: 0, skipped: 0 };
  readonly verdicts = new Map<string, KnownVerdict>();
  remembered = 0;

  constructor(shell: Shell, links: number, sites: number) {
    this.#shell = shell;
    this.links = links;
    this.sites = sites;
  }

  add({ key, host }: PlannedLink, verdict: KnownVerdict, fromMemory: boolean): void {
    this.verdicts.set(key, verdict);
    this.outcomes[verdict.outcome]++;
    this.remembered += Number(fromMemory);
    if (!fromMemory) {
      const { broken, unverified } = this.outcomes;
      const counts = `${this.verdicts.size}/${this.links} web links, ${broken} broken, ${unverified} unverified`;
      this.#shell.terminal.status(`${counts}  ${host}`);
    }
  }
}
