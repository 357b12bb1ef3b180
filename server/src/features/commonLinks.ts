/** Links that every reader of a format knows, apart from those of wikis: other tools judge and follow them too. */
import type { LinkKind } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { Finding } from './finding.ts';

const WIKI_KINDS: ReadonlySet<LinkKind> = new Set<LinkKind>(['wiki-link', 'wiki-embed', 'footnote-ref']);

/** Whether a tool that knows only the format's own specification leaves this link out. */
function isUncommon(kind: LinkKind): boolean {
  return WIKI_KINDS.has(kind);
}

/** The findings that such a tool has not: those about wiki links and footnotes, titles, and names with several meanings. */
export function withoutCommon(note: Note, findings: readonly Finding[]): readonly Finding[] {
  const uncommon = new Set(note.links.filter(({ kind }) => isUncommon(kind)).map(({ targetSpan }) => targetSpan.start));
  return findings.filter(
    ({ code, span }) => uncommon.has(span.start) || !/^(?:link|target)\./.test(code) || code === 'link.ambiguous',
  );
}
