/** The part of a path behind `#`: a place in the note. */
import type { Heading, Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import { percentDecoded } from '../text/percentDecoded.ts';
import { slug } from '../text/slug.ts';
import type { Span } from '../text/span.ts';
import type { NoteEntry } from './noteIndex.ts';
import { Recent } from './recent.ts';
import type { Resolution } from './resolution.ts';
import { definitionsIn, spaceOf } from './resolveName.ts';
import type { Snapshot } from './snapshot.ts';

/** The note at `path`, or the place in it that `fragment` names. */
export function resolveFragment(snapshot: Snapshot, path: NotePath, fragment: string | undefined): Resolution {
  const entry = snapshot.notes.get(path);
  if (entry === undefined || fragment === undefined || fragment === '') {
    return { type: 'note', path };
  }
  const written = percentDecoded(fragment);
  const span = namedPlace(entry, written) ?? slugsOf.get(entry.note).get(slug(written));
  return span === undefined ? { type: 'missing-fragment', path, fragment: written } : { type: 'note', path, span };
}

/** The place in the note at `path` that a wiki link names: a title, one below another (`A#B`), or a block's `^id`. */
export function resolveWikiFragment(snapshot: Snapshot, path: NotePath, fragment: string | undefined): Resolution {
  const found = resolveFragment(snapshot, path, fragment);
  const entry = snapshot.notes.get(path);
  if (found.type !== 'missing-fragment' || entry === undefined) {
    return found;
  }
  if (found.fragment.startsWith('^')) {
    const block = resolveFragment(snapshot, path, found.fragment.slice(1));
    return block.type === 'note' && block.span !== undefined ? block : found;
  }
  const heading = headingBelow(entry, found.fragment.split('#'));
  return heading === undefined ? found : { type: 'note', path, span: heading.titleSpan };
}

/** The title that the last of `parts` names, inside of sections that those before it name. */
function headingBelow({ note, dialect }: NoteEntry, parts: readonly string[]): Heading | undefined {
  const keys = parts.map((part) => dialect.anchorKey(part.trim()));
  return note.headings.find((heading) => {
    let at: Heading | undefined = heading;
    let left = keys.length - 1;
    while (at !== undefined && left >= 0 && (at !== heading || at.names.includes(keys[left]!))) {
      left -= Number(at.names.includes(keys[left]!));
      at = note.headings[at.parent];
    }
    return left < 0;
  });
}

/** Up to so many places it is quicker to look through them than to make a table: links lead to many notes in turn. */
const FEW = 64;

/** Targets before titles: a target was put there for links. */
function namedPlace({ note, dialect }: NoteEntry, name: string): Span | undefined {
  const key = dialect.anchorKey(name);
  if (note.anchors.length + note.headings.length > FEW) {
    const found = definitionsIn(note, 'target').get(key);
    return found?.anchors[0]?.span ?? found?.headings[0]?.titleSpan;
  }
  for (const anchor of key === '' ? [] : note.anchors) {
    if (anchor.name === key && spaceOf(anchor.kind) === 'target') {
      return anchor.span;
    }
  }
  for (const heading of note.headings) {
    if (heading.name === key || heading.otherNames.includes(key)) {
      return heading.titleSpan;
    }
  }
  return undefined;
}

/** Web pages name a place by its title with hyphens: `#next-steps`. Of places with one slug the first has it. */
const slugsOf = new Recent((note: Note): ReadonlyMap<string, Span> => {
  const slugs = new Map<string, Span>();
  for (const [name, { anchors, headings }] of definitionsIn(note, 'target')) {
    const spans = [...anchors.map(({ span }) => span), ...headings.map(({ titleSpan }) => titleSpan)];
    spans.forEach((span, at) => {
      const key = at === 0 ? slug(name) : `${slug(name)}-${at}`;
      slugs.set(key, slugs.get(key) ?? span);
    });
  }
  return slugs;
});
