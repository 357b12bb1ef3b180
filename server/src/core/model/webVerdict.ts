/** What asking the web about an address gave. Plain data: it is kept in a file, and everything that shows links reads it. */

/** Broken is only what is certainly gone. All that could be the checker's fault, or a bad day of the site, is unverified. */
export type WebOutcome = 'ok' | 'broken' | 'unverified' | 'skipped';

export type WebReason =
  /** It answered. */
  | 'answered'
  /** Broken: 404, 410, no such host, or a site that says so in its own way. */
  | 'not-found'
  | 'gone'
  | 'no-such-host'
  /** Unverified: it answered, but not to us. */
  | 'sign-in'
  | 'forbidden'
  | 'bot-wall'
  | 'rate-limited'
  | 'legal'
  | 'client-error'
  | 'server-error'
  | 'odd-answer'
  /** Unverified: no answer. */
  | 'timeout'
  | 'unreachable'
  | 'name-lookup'
  | 'connection-lost'
  | 'certificate'
  | 'bad-http'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'redirect-private'
  | 'private-address'
  /** Skipped: it was not asked. */
  | 'redirect-ignored'
  | 'ignored'
  | 'private-host'
  | 'not-web'
  | 'invalid'
  | 'cancelled';

/** One redirect that was followed. */
export interface WebHop {
  readonly status: number;
  /** Where it led to. */
  readonly url: string;
}

export interface WebVerdict {
  readonly outcome: WebOutcome;
  readonly reason: WebReason;
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number;
  /** What the system or the site said, for people: a certificate's fault, a service's name. */
  readonly detail?: string;
  /** Redirects in order; absent where there was none. */
  readonly hops?: readonly WebHop[];
  /** Where permanent redirects lead: the address to write instead. */
  readonly movedTo?: string;
  /** A deep link ended on its site's front page: what it was about may be gone. */
  readonly frontPage?: boolean;
  /** Fragments that were looked for in the page, and whether it has them; `null` where that cannot be told. */
  readonly fragments?: Readonly<Record<string, boolean | null>>;
}

/** A verdict as it is remembered. */
export interface KnownVerdict extends WebVerdict {
  /** Milliseconds since 1970. */
  readonly checkedAt: number;
}
