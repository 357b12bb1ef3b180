/** What is known of the web links of a note, as findings. */

import type { Note } from '../../core/model/note.ts';
import type { KnownVerdict, WebReason } from '../../core/model/webVerdict.ts';
import { percentDecoded } from '../../core/text/percentDecoded.ts';
import { say } from '../../core/text/say.ts';
import type { FindingCode, RawFinding } from '../finding.ts';
import { ageText, reasonText } from './verdictText.ts';
import { webLinks } from './webLinks.ts';

/** What is known of the web at a moment. */
export interface WebKnowledge {
  /** What is known of an address as a note writes it, and recent enough to be said. */
  verdict(url: string): KnownVerdict | undefined;
  /** Milliseconds since 1970. */
  readonly date: number;
}

/** Findings about the web links of `note`; none for what was never asked. */
export function webFindings(note: Note, { verdict, date }: WebKnowledge): readonly RawFinding[] {
  return webLinks(note).flatMap(({ target, span }): RawFinding[] => {
    const known = verdict(target.url);
    const found = known && judge(known, target.url);
    return found && known ? [{ ...found, span, message: `${found.message}, ${ageText(known, date)}.` }] : [];
  });
}

type Judged = Pick<RawFinding, 'code' | 'message'>;

function judge(known: KnownVerdict, url: string): Judged | undefined {
  switch (known.outcome) {
    case 'broken':
      return { code: brokenCodes.get(known.reason) ?? 'web.not-found', message: withTrail(known) };
    case 'unverified':
      return { code: 'web.unverified', message: withTrail(known) };
    case 'ok':
      return judgeAnswered(known, url);
    case 'skipped':
      return undefined;
  }
}

const brokenCodes: ReadonlyMap<WebReason, FindingCode> = new Map([
  ['gone', 'web.gone'],
  ['no-such-host', 'web.host-missing'],
]);

function judgeAnswered({ movedTo, frontPage, fragments, hops }: KnownVerdict, url: string): Judged | undefined {
  const fragment = url.includes('#') ? percentDecoded(url.slice(url.indexOf('#') + 1)) : '';
  if (fragments?.[fragment] === false) {
    return { code: 'web.anchor-missing', message: say('The page is there, but has no place “{0}”', fragment) };
  }
  if (frontPage) {
    const message = say('It leads to the front page {0} now: what it was about may be gone', hops?.at(-1)?.url ?? '');
    return { code: 'web.front-page', message };
  }
  return movedTo === undefined
    ? undefined
    : { code: 'web.redirected', message: say('It has moved for good to {0}', movedTo) };
}

function withTrail(known: KnownVerdict): string {
  const end = known.hops?.at(-1)?.url;
  return end === undefined ? reasonText(known) : say('{0} at {1}, where it redirects to', reasonText(known), end);
}
