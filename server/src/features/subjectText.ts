/** What a finding is about, as a person writes it: the path, name or address of the link or target that it marks. */

import { targetUses } from '../core/index/targetUses.ts';
import type { LinkTarget } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';

/** The subject of a finding at `span`; `undefined` where that marks neither a link nor a target. */
export function subjectText(note: Note, span: Span): string | undefined {
  const use = targetUses(note).find((each) => isSame(each.span, span));
  if (use !== undefined) {
    return targetText(use.target);
  }
  return note.anchors.find((anchor) => isSame(anchor.span, span) || isSame(anchor.nameSpan, span))?.name;
}

/** A link's target as it is written, but for escapes; `undefined` for one that has no name. */
function targetText(target: LinkTarget): string | undefined {
  switch (target.type) {
    case 'url':
      return target.url;
    case 'path':
      return target.fragment === undefined ? target.path : `${target.path}#${target.fragment}`;
    case 'local':
    case 'label':
    case 'term':
    case 'note-name':
      return target.name;
    case 'opaque':
      return target.text;
    case 'anonymous':
      return undefined;
  }
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
