/** Copies of pages that are gone, as a web archive has them. */
import type { Asker } from './asker.ts';
import { readAddress, redirectTarget } from './webAddress.ts';

export type ArchivedCopy =
  | {
      readonly type: 'copy';
      readonly url: string /** As the archive writes it: `20111018093000`. */;
      readonly timestamp: string;
    }
  | { readonly type: 'none' }
  | { readonly type: 'unknown' };

/**
 * The copy of `url` nearest to `date`, which is `YYYYMMDD` or its beginning. It is where the archive sends one who asks
 * for that moment: what it calls its API is often out of order.
 */
export async function archivedCopy(
  asker: Asker,
  archive: string,
  url: string,
  date: string,
  signal: AbortSignal,
): Promise<ArchivedCopy> {
  const base = archive.replace(/\/+$/, '');
  const wanted = `${date.padEnd(6, '01').padEnd(8, '01')}000000`;
  const page = readAddress(url);
  // As it would be asked itself: a password in it is nobody's business.
  const asked = typeof page === 'string' ? page : readAddress(`${base}/web/${wanted}/${page.key}`);
  if (typeof asked === 'string') {
    return { type: 'none' };
  }
  let question = asked;
  // The archive may first send on to another spelling of the same question.
  for (let hop = 0; hop < 4; hop++) {
    const answer = await asker.ask({ url: question.key, hostname: question.hostname, bodyBytes: 0 }, signal);
    if (answer.type === 'failure' || (answer.status >= 400 && answer.status !== 404)) {
      return { type: 'unknown' };
    }
    if (answer.status === 404) {
      return { type: 'none' };
    }
    const next = answer.location === undefined ? question.key : redirectTarget(question.key, answer.location);
    const copy = next === undefined ? undefined : readCopy(base, next);
    if (copy !== undefined && (copy.timestamp !== wanted || answer.location === undefined)) {
      return copy;
    }
    const address = next === undefined ? 'invalid' : readAddress(next);
    if (typeof address === 'string' || address.host !== asked.host || answer.location === undefined) {
      return { type: 'none' };
    }
    question = address;
  }
  return { type: 'none' };
}

function readCopy(base: string, url: string): Extract<ArchivedCopy, { type: 'copy' }> | undefined {
  const timestamp = /\/web\/(\d{14})(?:[a-z]{2}_)?\//.exec(url)?.[1];
  return timestamp !== undefined && URL.parse(url)?.host === URL.parse(base)?.host
    ? { type: 'copy', url, timestamp }
    : undefined;
}
