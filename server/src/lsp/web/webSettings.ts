/** The settings below `talkNotes.links.web`. */

export interface WebSettings {
  /** `ask`: the user was not asked yet, and nothing is sent. */
  readonly check: 'ask' | 'automatic' | 'onRequest' | 'never';
  /** Hosts and addresses that are left alone. */
  readonly ignore: readonly string[];
  readonly timeoutMs: number;
  /** Look for the places in pages that links name. */
  readonly fragments: boolean;
  readonly allowPrivateHosts: boolean;
  /** '' for our own. */
  readonly userAgent: string;
  /** Address of a web archive. */
  readonly archive: string;
}

const choices: readonly unknown[] = ['automatic', 'onRequest', 'never'];

/** `lookup` gives what the editor says, by the name behind `links.web.`. */
export function readWebSettings(lookup: (key: string) => unknown): WebSettings {
  const [check, ignore, timeout, userAgent, archive] = ['check', 'ignore', 'timeout', 'userAgent', 'archive'].map(
    lookup,
  );
  return {
    check: choices.includes(check) ? (check as WebSettings['check']) : 'ask',
    ignore: Array.isArray(ignore) ? ignore.filter((item): item is string => typeof item === 'string') : [],
    timeoutMs: typeof timeout === 'number' && timeout >= 1 && timeout <= 600 ? timeout * 1000 : 20_000,
    fragments: lookup('anchors') === true,
    allowPrivateHosts: lookup('allowPrivateHosts') === true,
    userAgent: typeof userAgent === 'string' ? userAgent.trim() : '',
    archive: typeof archive === 'string' && /^https?:\/\//.test(archive) ? archive : 'https://web.archive.org',
  };
}
