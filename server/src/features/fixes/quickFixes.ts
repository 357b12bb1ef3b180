/** What can be done about a finding. */

import { usesOf } from '../../core/index/backlinks.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { removedLines, startsLine } from '../insertions.ts';
import { type Fix, type FixRequest, ownFix } from './fix.ts';
import { ignoreFixes } from './ignoreFixes.ts';
import { fragmentFixes, undefinedFixes } from './nameFixes.ts';
import { type FileUse, fileMissingFixes, linkTo, linkToTitle } from './pathFixes.ts';

/** Ways to mend the finding, best first, and at the end ways to leave it out. */
export function quickFixes(request: FixRequest): readonly Fix[] {
  return [...mendings(request), ...ignoreFixes(request)];
}

function mendings(request: FixRequest): readonly Fix[] {
  const { finding, entry } = request;
  const use = targetUses(entry.note).find(({ span }) => isSame(span, finding.span));
  switch (finding.code) {
    case 'link.case-mismatch':
      return use === undefined || finding.data === undefined
        ? []
        : linkTo(request, use as FileUse, finding.data.actual, linkToTitle, true);
    case 'link.file-missing':
      return use === undefined ? [] : fileMissingFixes(request, use as FileUse);
    case 'link.ambiguous':
      return use?.target.type === 'note-name'
        ? (finding.related ?? []).flatMap(({ path }) => linkTo(request, use as FileUse, path, linkToTitle, false))
        : [];
    case 'link.anchor-missing':
      return use === undefined ? [] : fragmentFixes(request, use);
    case 'link.reference-undefined':
      return use === undefined ? [] : undefinedFixes(request, use);
    case 'target.unused':
    case 'target.duplicate':
      return removeTarget(request);
    case 'heading.underline-short':
      return ownFix(request, say('Lengthen the underline'), mendTitle(request), true);
    case 'heading.level-inconsistent':
      return ownFix(request, say('Adorn it as the title before'), mendTitle(request));
    default:
      return [];
  }
}

function mendTitle({ entry, text, finding }: FixRequest) {
  return entry.dialect.writes.mendTitle(text, entry.note, finding.code, finding.span);
}

/** Takes away the lines of a target that stands alone on them, unless other notes link to it. */
function removeTarget(request: FixRequest): readonly Fix[] {
  const { snapshot, entry, text, finding } = request;
  const anchor = entry.note.anchors.find(({ span, nameSpan }) =>
    [span, nameSpan].some((each) => isSame(each, finding.span)),
  );
  const isWanted =
    anchor && usesOf(snapshot, [{ type: 'anchor', path: entry.path, anchor }]).some((use) => use.path !== entry.path);
  return anchor === undefined || isWanted || !startsLine(text, anchor.span.start)
    ? []
    : ownFix(request, say('Remove the target “{0}”', anchor.name), removedLines(text, entry.note, [anchor.span]));
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
