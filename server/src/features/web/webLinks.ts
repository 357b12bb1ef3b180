/** Links of a note that lead to the web. */
import { type TargetUse, targetUses } from '../../core/index/targetUses.ts';
import type { UrlTarget } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';

export type WebLink = TargetUse & { readonly target: UrlTarget };

const known = new WeakMap<Note, readonly WebLink[]>();

/** The web links of `note` in document order, each where its address stands. */
export function webLinks(note: Note): readonly WebLink[] {
  const links = known.get(note) ?? findWebLinks(note);
  known.set(note, links);
  return links;
}

function findWebLinks(note: Note): readonly WebLink[] {
  return targetUses(note)
    .filter((use): use is WebLink => use.target.type === 'url' && /^https?:/i.test(use.target.url))
    .sort((a, b) => a.span.start - b.span.start);
}
