/** The part of a path behind `#`: a place in the note. */
import type { NotePath } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import { percentDecoded } from './percentDecoded.ts';
import type { Resolution } from './resolution.ts';
import { definitionsIn } from './resolveName.ts';
import type { Snapshot } from './snapshot.ts';

/** The note at `path`, or the place in it that `fragment` names. */
export function resolveFragment(snapshot: Snapshot, path: NotePath, fragment: string | undefined): Resolution {
  const entry = snapshot.notes.get(path);
  if (entry === undefined || fragment === undefined || fragment === '') {
    return { type: 'note', path };
  }
  const written = percentDecoded(fragment);
  const names = definitionsIn(entry.note, 'target');
  const found = names.get(entry.dialect.anchorKey(written)) ?? bySlug(names, written);
  const span: Span | undefined = found?.anchors[0]?.span ?? found?.headings[0]?.titleSpan;
  return span === undefined ? { type: 'missing-fragment', path, fragment: written } : { type: 'note', path, span };
}

/** Web pages name a place by its title with hyphens: `#next-steps`. */
function bySlug<T>(names: ReadonlyMap<string, T>, fragment: string): T | undefined {
  const wanted = slug(fragment);
  for (const [name, definitions] of names) {
    if (slug(name) === wanted) {
      return definitions;
    }
  }
  return undefined;
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
