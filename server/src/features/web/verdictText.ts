/** Verdicts on web links in words. */

import type { KnownVerdict, WebReason, WebVerdict } from '../../core/model/webVerdict.ts';
import { say, sayable } from '../../core/text/say.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const sentences: Readonly<Record<WebReason, string>> = sayable({
  answered: 'The page is there',
  'not-found': 'The page was not found',
  gone: 'The page is gone for good',
  'no-such-host': 'There is no such host',
  'sign-in': 'The site asks to sign in',
  forbidden: 'The site does not let a program look',
  'bot-wall': 'The site keeps programs out',
  'rate-limited': 'The site asks to wait',
  legal: 'The page is withheld for legal reasons',
  'client-error': 'The site did not accept the question',
  'server-error': 'The site is in trouble',
  'odd-answer': 'The site gave an odd answer',
  timeout: 'The site did not answer in time',
  unreachable: 'The site cannot be reached',
  'name-lookup': 'The host’s name could not be looked up',
  'connection-lost': 'The connection was lost',
  certificate: 'The site’s certificate is not trusted',
  'bad-http': 'The answer was not understood',
  'redirect-loop': 'Its redirects go round in a circle',
  'too-many-redirects': 'It redirects too many times',
  'redirect-private': 'It redirects to a private network, and was not followed',
  'private-address': 'The host has a private address only, and was not asked',
  'redirect-ignored': 'It redirects to an address that is ignored',
  ignored: 'The address is ignored',
  'private-host': 'The host belongs to a private network, and was not asked',
  'not-web': 'It is no web address',
  invalid: 'It is no valid address',
  cancelled: 'It was not asked',
});

/** Why, as a sentence without its full stop: `The page was not found (404)`. */
export function reasonText({ reason, status, detail }: WebVerdict): string {
  if (reason === 'not-found' && detail !== undefined) {
    return say('There is no such {0}', detail);
  }
  const more = [status === undefined || reason === 'answered' ? '' : String(status), detail ?? ''].filter(Boolean);
  return more.length === 0 ? say(sentences[reason]) : `${say(sentences[reason])} (${more.join(', ')})`;
}

const oneAgo = sayable(['checked 1 minute ago', 'checked 1 hour ago', 'checked 1 day ago']);
const manyAgo = sayable(['checked {0} minutes ago', 'checked {0} hours ago', 'checked {0} days ago']);

/** How long ago: `checked 3 days ago`. */
export function ageText({ checkedAt }: KnownVerdict, date: number): string {
  const age = date - checkedAt;
  if (age < 2 * MINUTE) {
    return say('checked just now');
  }
  const [amount, unit] = age < HOUR ? [age / MINUTE, 0] : age < DAY ? [age / HOUR, 1] : [age / DAY, 2];
  const whole = Math.floor(amount);
  return say((whole === 1 ? oneAgo : manyAgo)[unit]!, whole);
}

/** Everything that is known, for who looks at a link: status, age, reason and redirects. */
export function stateText(known: KnownVerdict, date: number): string {
  const { hops = [], movedTo, frontPage } = known;
  const trail = hops.map(({ status, url }) => `${status} → ${url}`);
  const more = [
    ...(movedTo === undefined ? [] : [say('It has moved for good.')]),
    ...(frontPage ? [say('It leads to a front page now: what it was about may be gone.')] : []),
    ...(trail.length === 0 ? [] : [say('Redirects: {0}.', trail.join(', '))]),
  ];
  return [`${reasonText(known)}, ${ageText(known, date)}.`, ...more].join(' ');
}
