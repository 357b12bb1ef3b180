/** Addresses as they are asked: without fragment and credentials, in one spelling. */

export interface WebAddress {
  /** What is asked, and under what its verdict is kept. */
  readonly key: string;
  /** Lower case, with the port where it is not the usual one. */
  readonly host: string;
  readonly hostname: string;
  /** What follows `#`, decoded; '' where there is nothing. */
  readonly fragment: string;
}

/** The parts of `url`; the reason where it is none that the web has. */
export function readAddress(url: string): WebAddress | 'not-web' | 'invalid' {
  if (!/^https?:/i.test(url)) {
    return 'not-web';
  }
  const parsed = URL.parse(url);
  if (parsed === null || parsed.hostname === '' || url.length > LONGEST) {
    return 'invalid';
  }
  const fragment = decoded(parsed.hash.slice(1));
  parsed.hash = '';
  parsed.username = '';
  parsed.password = '';
  // A name may end in a dot, and is the same host.
  const hostname = parsed.hostname.replace(/\.$/, '');
  return { key: parsed.href, host: parsed.port === '' ? hostname : `${hostname}:${parsed.port}`, hostname, fragment };
}

/** Where a `Location` leads, as seen from `from`, with the fragment it inherits; `undefined` for what is no address. */
export function redirectTarget(from: string, location: string): string | undefined {
  return URL.parse(location.trim(), from)?.href;
}

/** `url` with the fragment of `original`, where it has none of its own. */
export function withFragmentOf(url: string, original: string): string {
  const hash = original.indexOf('#');
  return hash < 0 || url.includes('#') ? url : url + original.slice(hash);
}

/** Whether `url` is the front page of a site, or of one of its languages. */
export function isFrontPage(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?<=\/)(?:index|default|home)(?:\.\w+)?)?$/i.test(parsed.pathname) &&
    parsed.search === ''
  );
}

/** No server takes longer ones. */
const LONGEST = 8192;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
