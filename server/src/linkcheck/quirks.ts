/** Habits of single sites that have been seen again and again. A small table: each entry has a test that says why. */
import type { HttpAnswer } from './http.ts';

/** Another address that tells what the page itself does not. */
export interface Probe {
  readonly url: string;
  /** Said of it where it is not there. */
  readonly missing: string;
}

/** A dead video's page answers 200; its preview picture does not. */
export function probeFor(url: string): Probe | undefined {
  const parsed = URL.parse(url);
  const id = parsed === null ? undefined : videoId(parsed);
  return id === undefined ? undefined : { url: `https://i.ytimg.com/vi/${id}/mqdefault.jpg`, missing: 'YouTube video' };
}

function videoId({ hostname, pathname, searchParams }: URL): string | undefined {
  const host = hostname.replace(/^(?:www|m|music)\./, '');
  if (host === 'youtu.be') {
    return idIn(pathname.slice(1));
  }
  if (host !== 'youtube.com' && host !== 'youtube-nocookie.com') {
    return undefined;
  }
  return pathname === '/watch'
    ? idIn(searchParams.get('v') ?? '')
    : idIn(/^\/(?:embed|shorts|live|v)\/([^/]+)/.exec(pathname)?.[1] ?? '');
}

function idIn(text: string): string | undefined {
  return /^[\w-]{11}$/.test(text) ? text : undefined;
}

/** Names that are made to be redirected: writing down where they lead today would make them worse. */
export function isPersistentName(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/^(?:www|dx)\./, '') ?? '';
  return ['doi.org', 'hdl.handle.net', 'purl.org', 'w3id.org', 'urn.fi', 'n2t.net', 'orcid.org'].includes(host);
}

/** Names that were made short: that the page they stand for is a site's front page is no loss. */
export function isShortened(url: string): boolean {
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
  return shorteners.includes(host);
}

const shorteners: readonly string[] = [
  ...['bit.ly', 'bitly.com', 't.co', 'goo.gl', 'tinyurl.com', 'ow.ly', 'is.gd', 'j.mp', 'buff.ly', 'lnkd.in', 'git.io'],
  ...['t.ly', 'rb.gy', 'cutt.ly', 'aka.ms', 'wp.me', 'fb.me', 'amzn.to', 'dlvr.it', 'tiny.cc', 'bl.ink', 'rebrand.ly'],
];

/** Whether a redirect from `from` to `to` asks who is there. */
export function isSignIn(from: string, to: string): boolean {
  const [before, after] = [URL.parse(from), URL.parse(to)];
  if (before === null || after === null) {
    return false;
  }
  const asksByHost = signInHosts.test(after.hostname) && !signInHosts.test(before.hostname);
  return asksByHost || (signInPath.test(after.pathname) && !signInPath.test(before.pathname));
}

const signInHosts =
  /^(?:accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com|[\w-]+\.okta\.com|auth0?\.[\w.-]+)$/;
const signInPath = /\/(?:log-?in|sign-?in|sso|authwall|checkpoint)(?:[./]|$)/i;

/** Whether `answer` comes from something that keeps programs out, whatever the page is like. */
export function isBotWall(answer: HttpAnswer): boolean {
  // LinkedIn has a status of its own for it.
  return answer.type === 'response' && (answer.status === 999 || (answer.botWall === true && answer.status >= 400));
}

/** Whether the place `fragment` of a page is made by its script, or by the browser: the page's text does not have it. */
export function isMadeByScript(hostname: string, fragment: string): boolean {
  if (fragment === '' || fragment === 'top' || /^(?:!|\/|:~:)/.test(fragment)) {
    return true;
  }
  return scripted.some(([host, pattern]) => host.test(hostname) && pattern.test(fragment));
}

const scripted: readonly (readonly [host: RegExp, fragment: RegExp])[] = [
  [/^(?:www\.|gist\.)?github\.com$/, /./],
  [/^(?:www\.)?gitlab\.com$/, /^(?:L\d|note_)/],
  [/^(?:www\.)?bitbucket\.org$/, /^(?:lines-|comment-)/],
  [/(?:^|\.)(?:google\.com|youtube\.com)$/, /./],
];
