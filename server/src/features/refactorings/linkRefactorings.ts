/** Addresses in the text, or by reference with a definition at the end of the note. */

import { usesOf } from '../../core/index/backlinks.ts';
import { definitionsOf } from '../../core/index/definition.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { Link, LinkKind } from '../../core/model/link.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { removedLines, startsLine } from '../insertions.ts';
import { isMeantByName, linkByReference } from '../linkByReference.ts';
import { ownRefactoring, type Refactoring, type RefactoringRequest } from './refactoring.ts';

const withAddress: ReadonlySet<LinkKind> = new Set<LinkKind>(['url', 'autolink', 'embedded-uri', 'inline-link']);

/** What can be done with the link that the selection is in. */
export function linkRefactorings(request: RefactoringRequest): readonly Refactoring[] {
  const { entry, selection } = request;
  const link = entry.note.links
    .filter(({ span }) => span.start <= selection.start && selection.end <= span.end)
    .toSorted((a, b) => size(a.span) - size(b.span))[0];
  if (link === undefined) {
    return [];
  }
  return withAddress.has(link.kind) ? extractLink(request, link) : inlineLink(request, link);
}

function extractLink(request: RefactoringRequest, link: Link): readonly Refactoring[] {
  const edits = linkByReference(request.entry, request.text, link);
  const found = edits === undefined ? [] : ownRefactoring(request, say('Make it a reference'), 'extract', edits);
  return found.map((each) => ({ ...each, link }));
}

/** The reference as a link that says its address itself; the definition goes where nothing else needs it. */
function inlineLink(request: RefactoringRequest, link: Link): readonly Refactoring[] {
  const { snapshot, entry, text } = request;
  const { path, note, dialect } = entry;
  const [definition] = definitionsOf(snapshot, path, link.target);
  if (definition?.type !== 'anchor' || definition.path !== path || !hasAddress(definition.anchor)) {
    return [];
  }
  const { anchor } = definition;
  const uses = usesOf(snapshot, [definition]);
  const isOnly = uses.filter((use) => use.path === path).length === 1;
  if (isOnly && !(uses.length === 1 && startsLine(text, anchor.span.start) && isMeantByName(note, anchor))) {
    // It would be left with nothing in the note that refers to it.
    return [];
  }
  const edit = dialect.writes.inlineLink(text, link, anchor, isOnly);
  if (edit === undefined) {
    return [];
  }
  const title = say('Put the address into the link');
  return ownRefactoring(request, title, 'inline', isOnly ? [edit, ...removedLines(text, note, [anchor.span])] : [edit]);
}

function hasAddress({ kind, value }: Anchor): boolean {
  return (kind === 'explicit' || kind === 'definition') && (value?.type === 'url' || value?.type === 'path');
}

function size({ start, end }: Span): number {
  return end - start;
}
