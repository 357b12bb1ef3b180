/** Addresses in the text, or by reference with a definition at the end of the note. */

import { usesOf } from '../../core/index/backlinks.ts';
import { definitionsOf } from '../../core/index/definition.ts';
import { definitionsIn } from '../../core/index/resolveName.ts';
import { targetUses } from '../../core/index/targetUses.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { Link, LinkKind, LinkTarget } from '../../core/model/link.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { addedDefinitions, removedLines, startsLine } from '../insertions.ts';
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

/** The link as a reference: to a definition of that address where there is one, else to a new one. */
function extractLink(request: RefactoringRequest, link: Link): readonly Refactoring[] {
  const { entry, text } = request;
  const { note, dialect } = entry;
  if (link.target.type !== 'url' && link.target.type !== 'path') {
    return [];
  }
  const known = note.anchors.find(({ kind, value }) => kind !== 'embedded' && isSameTarget(value, link.target));
  const knownName = known && dialect.edits.anchorName(text, known);
  const name = knownName ?? freeName(request, link, wantedName(link));
  const extracted = dialect.writes.extractLink(text, link, name);
  if (extracted === undefined) {
    return [];
  }
  const edits =
    knownName === undefined ? [extracted.edit, addedDefinitions(text, note, [extracted.definition])] : [extracted.edit];
  return ownRefactoring(request, say('Make it a reference'), 'extract', edits);
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
  const isOnly = usesOf(snapshot, [definition]).length === 1 && startsLine(text, anchor.span.start);
  const edit = dialect.writes.inlineLink(text, link, anchor, isOnly);
  if (edit === undefined) {
    return [];
  }
  const title = say('Put the address into the link');
  return ownRefactoring(request, title, 'inline', isOnly ? [edit, removedLines(text, note, anchor.span)] : [edit]);
}

function hasAddress({ kind, value }: Anchor): boolean {
  return (kind === 'explicit' || kind === 'definition') && (value?.type === 'url' || value?.type === 'path');
}

/** The text that people read, else the last part of the address that says something, else the host. */
function wantedName({ label, target }: Link): string {
  if (label !== undefined && label.trim() !== '') {
    return label;
  }
  const address = target.type === 'url' ? target.url : target.type === 'path' ? target.path : '';
  const [, host = '', rest = ''] = /^[a-z][a-z0-9+.-]*:(?:\/\/)?([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const part = rest.split('/').findLast((each) => /\p{L}{2}/u.test(each)) ?? '';
  const words = part
    .replace(/\.\w{1,5}$/, '')
    .replace(/%[0-9a-f]{2}|[-_+]+/gi, ' ')
    .trim();
  return words === '' ? host.replace(/^www\./, '') || 'link' : words;
}

/** `wanted`, with a number behind where it is the name of something else. */
function freeName({ entry }: RefactoringRequest, link: Link, wanted: string): string {
  const { note, dialect } = entry;
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    const key = dialect.anchorKey(name);
    const others = [definitionsIn(note, 'target').get(key), definitionsIn(note, 'definition').get(key)];
    const isTaken = others.some((each) =>
      [...(each?.anchors ?? []), ...(each?.headings ?? [])].some(({ span }) => !isSameSpan(span, link.span)),
    );
    const isWanted = targetUses(note).some(({ target }) => target.type === 'local' && target.name === key);
    if (!isTaken && (count === 1 || !isWanted)) {
      return name;
    }
  }
}

function isSameTarget(a: LinkTarget | undefined, b: LinkTarget): boolean {
  if (a?.type === 'url') {
    return b.type === 'url' && a.url === b.url;
  }
  return a?.type === 'path' && b.type === 'path' && a.path === b.path && a.fragment === b.fragment;
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function size({ start, end }: Span): number {
  return end - start;
}
