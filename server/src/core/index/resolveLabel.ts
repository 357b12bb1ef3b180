/** Labels: names that any note of the workspace may define. */
import type { NotePath } from '../text/path.ts';
import { labelled, termLabel } from './noteSymbols.ts';
import type { Place, Resolution } from './resolution.ts';
import type { Snapshot } from './snapshot.ts';

/** Pages that Sphinx makes itself; no note defines them. */
const BUILT_IN: ReadonlySet<string> = new Set(['genindex', 'modindex', 'py-modindex', 'search']);

/** Where the label `name` is defined. */
export function resolveLabel(snapshot: Snapshot, name: string): Resolution {
  if (BUILT_IN.has(name)) {
    return { type: 'opaque' };
  }
  const places = snapshot.notes.labelDefinitions(name).flatMap((path) => firstPlace(snapshot, path, name));
  const [place] = places;
  if (place === undefined) {
    return { type: 'undefined', space: name.startsWith('[') ? 'citation' : 'label', name };
  }
  return places.length === 1 ? { type: 'anchor', ...place } : { type: 'ambiguous', name, places };
}

/** Where a glossary explains the term `name`. None has to: the term may be one of another project. */
export function resolveTerm(snapshot: Snapshot, name: string): Resolution {
  const found = resolveLabel(snapshot, termLabel(name));
  return found.type === 'undefined' ? { type: 'opaque' } : found;
}

/** Two definitions in one note are that note's own problem, not one of everyone who refers to it. */
function firstPlace(snapshot: Snapshot, path: NotePath, name: string): readonly Place[] {
  const note = snapshot.notes.get(path)?.note;
  const anchor = note && labelled(note, name);
  return anchor === undefined ? [] : [{ path, span: anchor.span }];
}
