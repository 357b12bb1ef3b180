/** Everything in a note that is, or names, the same as what stands at the cursor. */
import { definitionsOf, sameDefinition } from '../core/index/definition.ts';
import { placeGroups } from '../core/index/placeGroups.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { targetUses } from '../core/index/targetUses.ts';
import { thingAt } from '../core/index/thingAt.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { definitionsAt } from './definitions.ts';

export interface Highlight {
  readonly span: Span;
  /** It is what the others name. */
  readonly isDefinition: boolean;
}

/** The definition, where it stands in the same note, and its uses there. Of several answers editors take one, so none is too much. */
export function highlights(snapshot: Snapshot, path: NotePath, offset: number): readonly Highlight[] {
  const entry = snapshot.notes.get(path);
  const thing = entry && thingAt(snapshot, path, offset);
  if (entry === undefined || thing === undefined) {
    return [];
  }
  const wanted = placeGroups(snapshot, definitionsAt(snapshot, path, thing));
  const found: Highlight[] = [];
  for (const definition of wanted) {
    if ((definition.type === 'anchor' || definition.type === 'heading') && definition.path === path) {
      const span = definition.type === 'anchor' ? definition.anchor.nameSpan : definition.heading.titleSpan;
      found.push({ span, isDefinition: true });
    }
  }
  for (const { target, span } of wanted.length === 0 ? [] : targetUses(entry.note)) {
    if (definitionsOf(snapshot, path, target).some((each) => wanted.some((other) => sameDefinition(each, other)))) {
      found.push({ span, isDefinition: false });
    }
  }
  return found;
}
