/** Where something is used: from a link as well as from what it leads to. */
import { usesOf } from '../core/index/backlinks.ts';
import type { Definition } from '../core/index/definition.ts';
import { placeGroups } from '../core/index/placeGroups.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { thingAt } from '../core/index/thingAt.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { definitionsAt } from './definitions.ts';
import { type IsServed, isEditorsThing, isEditorsUse } from './editorsOwn.ts';

export interface Reference {
  readonly path: NotePath;
  /** The part that names the target; for a definition its name or title. */
  readonly span: Span;
}

export interface ReferenceOptions {
  /** What is used comes first. */
  readonly withDefinition: boolean;
  /** Leaves out what the editor finds by itself. */
  readonly isServed?: IsServed;
}

/**
 * Every use of what stands at `offset`, by path and place. A title and the labels right above it are one place: a use of
 * one is a use of all.
 */
export function references(
  snapshot: Snapshot,
  path: NotePath,
  offset: number,
  { withDefinition, isServed = () => false }: ReferenceOptions,
): readonly Reference[] {
  const thing = thingAt(snapshot, path, offset);
  const dialect = snapshot.notes.get(path)?.dialect;
  if (thing === undefined || dialect === undefined) {
    return [];
  }
  const all = placeGroups(snapshot, definitionsAt(snapshot, path, thing));
  const isLeft = isEditorsThing(dialect, thing, offset, isServed);
  const uses = usesOf(snapshot, all).filter((use) => !isLeft || !isEditorsUse(snapshot, use, isServed));
  return [...(withDefinition && !isLeft ? all.flatMap(definitionPlace) : []), ...uses];
}

/** Every use of `definition`, and of what else names the same place. */
export function referencesTo(snapshot: Snapshot, definition: Definition): readonly Reference[] {
  return usesOf(snapshot, placeGroups(snapshot, [definition]));
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
