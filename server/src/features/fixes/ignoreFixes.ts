/** Has the note say that a finding is meant to stay. */

import { ignoreText } from '../../core/model/ignore.ts';
import { say } from '../../core/text/say.ts';
import { addedIgnore } from '../insertions.ts';
import { subjectText } from '../subjectText.ts';
import { type Fix, type FixRequest, ownFix } from './fix.ts';

/** Leaves out the finding, all about its host, and all of its code. */
export function ignoreFixes(request: FixRequest): readonly Fix[] {
  const { entry, finding } = request;
  const subject = subjectText(entry.note, finding.span);
  const host = subject && /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(subject)?.[1];
  return [
    ...(subject === undefined ? [] : ignore(request, say('Ignore “{0}” in this note', subject), finding.code, subject)),
    ...(host
      ? ignore(request, say('Ignore links to {0} in this note', host), `${familyOf(finding.code)}.*`, host)
      : []),
    ...ignore(request, say('Ignore {0} in this note', finding.code), finding.code),
  ];
}

function ignore(request: FixRequest, title: string, code: string, target?: string): readonly Fix[] {
  const { entry, text } = request;
  const comment = entry.dialect.writes.comment(ignoreText(code, target));
  return comment === '' ? [] : ownFix(request, title, [addedIgnore(text, entry.note, comment)]);
}

function familyOf(code: string): string {
  return code.slice(0, code.indexOf('.'));
}
