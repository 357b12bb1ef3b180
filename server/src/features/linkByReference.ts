/** A link that says its address itself, written as a reference to a definition of that address. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import { definitionsIn, spaceOf } from '../core/index/resolveName.ts';
import { targetUses } from '../core/index/targetUses.ts';
import type { Anchor } from '../core/model/anchor.ts';
import type { TextEdit } from '../core/model/edit.ts';
import type { Link, LinkTarget } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import type { Span } from '../core/text/span.ts';
import { addedDefinitions } from './insertions.ts';

/** The edits: a reference to the definition of that address where there is one, else to a new one; `undefined` where none can be. */
export function linkByReference(entry: NoteEntry, text: string, link: Link): readonly TextEdit[] | undefined {
  const { note, dialect } = entry;
  if (link.target.type !== 'url' && link.target.type !== 'path') {
    return undefined;
  }
  const known = note.anchors.find((anchor) => isSameTarget(anchor.value, link.target) && isMeantByName(note, anchor));
  const knownName = known && dialect.edits.anchorName(text, known);
  const name = knownName ?? freeName(entry, link, wantedName(link));
  const extracted = dialect.writes.extractLink(text, link, name);
  if (extracted === undefined) {
    return undefined;
  }
  return knownName === undefined
    ? [extracted.edit, addedDefinitions(text, note, [extracted.definition])]
    : [extracted.edit];
}

/** Whether a reference to the name of `anchor` leads there: of several of that name only one is meant, or none. */
export function isMeantByName(note: Note, { kind, name }: Anchor): boolean {
  return kind !== 'embedded' && definitionsIn(note, spaceOf(kind)).get(name)?.anchors.length === 1;
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
function freeName({ note, dialect }: NoteEntry, link: Link, wanted: string): string {
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
