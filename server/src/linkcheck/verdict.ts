/** What an answer, or none, says about an address. When in doubt it says that it does not know. */
import type { WebHop, WebOutcome, WebReason, WebVerdict } from '../core/model/webVerdict.ts';
import type { HttpAnswer, HttpFailure } from './http.ts';
import { isBotWall, isPersistentName, isShortened, isSignIn } from './quirks.ts';
import { isFrontPage } from './webAddress.ts';

const permanent: readonly number[] = [301, 308];

/** Judges the last `answer` to a question that began at `url` and was sent on by `hops`. */
export function judge(url: string, answer: HttpAnswer, hops: readonly WebHop[] = []): WebVerdict {
  const trail = hops.length === 0 ? {} : { hops };
  if (answer.type === 'failure') {
    return { ...ofFailure(answer), ...trail };
  }
  const { status } = answer;
  const reason = isBotWall(answer) ? 'bot-wall' : ofStatus(status);
  if (reason !== 'answered') {
    return { outcome: outcomeOf(reason), reason, status, ...trail };
  }
  const end = hops.at(-1)?.url;
  if (end !== undefined && isSignIn(url, end)) {
    return { outcome: 'unverified', reason: 'sign-in', status, ...trail };
  }
  return { outcome: 'ok', reason, status, ...trail, ...judgeMove(url, hops) };
}

/** A verdict that needs no words from outside. */
export function verdictOf(reason: WebReason, hops: readonly WebHop[] = []): WebVerdict {
  return { outcome: outcomeOf(reason), reason, ...(hops.length === 0 ? {} : { hops }) };
}

function ofFailure({ reason, detail }: HttpFailure): WebVerdict {
  return { outcome: outcomeOf(reason), reason, ...(detail === undefined ? {} : { detail }) };
}

function ofStatus(status: number): WebReason {
  if ((status >= 200 && status < 300) || status === 304 || status === 300) {
    return 'answered';
  }
  return byStatus.get(status) ?? (status >= 500 ? 'server-error' : status >= 400 ? 'client-error' : 'odd-answer');
}

const byStatus: ReadonlyMap<number, WebReason> = new Map([
  [401, 'sign-in'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [407, 'sign-in'],
  [410, 'gone'],
  [429, 'rate-limited'],
  [451, 'legal'],
]);

function outcomeOf(reason: WebReason): WebOutcome {
  switch (reason) {
    case 'answered':
      return 'ok';
    case 'not-found':
    case 'gone':
    case 'no-such-host':
      return 'broken';
    case 'redirect-ignored':
    case 'ignored':
    case 'private-host':
    case 'not-web':
    case 'invalid':
    case 'cancelled':
      return 'skipped';
    default:
      return 'unverified';
  }
}

/** Redirects that a person may want to know of: those meant for good, and those that lost what was linked to. */
function judgeMove(url: string, hops: readonly WebHop[]): Pick<WebVerdict, 'movedTo' | 'frontPage'> {
  const end = hops.at(-1)?.url;
  if (end === undefined || isPersistentName(url)) {
    return {};
  }
  if (isFrontPage(end) && !isFrontPage(url) && !isShortened(url)) {
    return { frontPage: true };
  }
  const firstTemporary = hops.findIndex(({ status }) => !permanent.includes(status));
  const moved = firstTemporary < 0 ? end : hops[firstTemporary - 1]?.url;
  return moved === undefined || moved === url ? {} : { movedTo: moved };
}
