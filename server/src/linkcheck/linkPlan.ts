/** What is to be asked: every address once, however many links name it. */
import { probeFor } from './quirks.ts';
import { readAddress, type WebAddress } from './webAddress.ts';

export interface PlannedLink extends Omit<WebAddress, 'fragment'> {
  /** Places in the page that links name. */
  readonly fragments: readonly string[];
}

export interface LinkPlan {
  readonly links: readonly PlannedLink[];
  /** Hosts that they are on, or that are asked for them, in order of their names. */
  readonly sites: readonly string[];
}

/** The plan for `urls`, which may repeat; what is no web address is left out. */
export function planLinks(urls: Iterable<string>): LinkPlan {
  const byKey = new Map<string, { link: WebAddress; fragments: Set<string> }>();
  for (const url of urls) {
    const link = readAddress(url);
    if (typeof link === 'string') {
      continue;
    }
    const known = byKey.get(link.key) ?? { link, fragments: new Set() };
    byKey.set(link.key, known);
    if (link.fragment !== '') {
      known.fragments.add(link.fragment);
    }
  }
  const links = [...byKey.values()].map(
    ({ link: { key, host, hostname }, fragments }): PlannedLink => ({ key, host, hostname, fragments: [...fragments] }),
  );
  const sites = new Set(links.map(({ key, host }) => askedHost(key) ?? host));
  return { links, sites: [...sites].sort() };
}

function askedHost(url: string): string | undefined {
  const probe = probeFor(url);
  return probe && URL.parse(probe.url)?.host;
}
