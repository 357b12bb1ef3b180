/** Where something is used: from a link as well as from what it leads to. */
import { usesOf } from '../core/index/backlinks.ts';
import type { Definition } from '../core/index/definition.ts';
import { placeGroups } from '../core/index/placeGroups.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { thingAt } from '../core/index/thingAt.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { definitionsAt } from './definitions.ts';

export interface Reference {
  readonly path: NotePath;
  /** The part that names the target; for a definition its name or title. */
  readonly span: Span;
}

/**
 * Every use of what stands at `offset`, by path and place; with what is used itself first where `withDefinition`.
 * A title and the labels right above it are one place: a use of one is a use of all.
 */
export function references(
  snapshot: Snapshot,
  path: NotePath,
  offset: number,
  withDefinition: boolean,
): readonly Reference[] {
  const thing = thingAt(snapshot, path, offset);
  return thing === undefined ? [] : referencesTo(snapshot, definitionsAt(snapshot, path, thing), withDefinition);
}

/** Every use of any of `definitions`, and of what else names the same places. */
export function referencesTo(
  snapshot: Snapshot,
  definitions: readonly Definition[],
  withDefinition: boolean,
): readonly Reference[] {
  const all = placeGroups(snapshot, definitions);
  const places = withDefinition ? all.flatMap(definitionPlace) : [];
  return [...places, ...usesOf(snapshot, all)];
}

function definitionPlace(definition: Definition): readonly Reference[] {
  switch (definition.type) {
    case 'anchor':
      return [{ path: definition.path, span: definition.anchor.nameSpan }];
    case 'heading':
      return [{ path: definition.path, span: definition.heading.titleSpan }];
    default:
      return [];
  }
}
