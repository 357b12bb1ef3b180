/** Where what stands at a place of a note leads, or is defined. */
import { type Definition, definitionsOf } from '../core/index/definition.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { type Thing, thingAt } from '../core/index/thingAt.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import { type IsServed, isEditorsWay } from './editorsOwn.ts';

export interface DefinitionPlace {
  readonly path: NotePath;
  /** A whole section or target; empty for the start of a file. */
  readonly span: Span;
  /** Where to put the cursor: a title, a name. Within `span`. */
  readonly selectionSpan: Span;
}

export interface FoundDefinitions {
  /** What was asked about. */
  readonly origin: Span;
  readonly places: readonly DefinitionPlace[];
}

/**
 * The places that what stands at `offset` leads to; a title's or target's own place. `undefined` where nothing stands, and
 * for what the editor follows by itself.
 */
export function definitions(
  snapshot: Snapshot,
  path: NotePath,
  offset: number,
  isServed: IsServed = () => false,
): FoundDefinitions | undefined {
  const dialect = snapshot.notes.get(path)?.dialect;
  const thing = thingAt(snapshot, path, offset);
  if (thing === undefined || dialect === undefined) {
    return undefined;
  }
  const found = definitionsAt(snapshot, path, thing);
  const places = found.flatMap((each) => placeOf(snapshot, each));
  return places.length === 0 || isEditorsWay(snapshot, dialect, thing, offset, found, isServed)
    ? undefined
    : { origin: thing.span, places };
}

/** What `thing`, which stands in the note at `path`, is or leads to. Nothing for a to-do. */
export function definitionsAt(snapshot: Snapshot, path: NotePath, thing: Thing): readonly Definition[] {
  switch (thing.type) {
    case 'use':
      return definitionsOf(snapshot, path, thing.use.target);
    case 'definition':
      return [thing.definition];
    case 'todo':
      return [];
  }
}

/** An editor cannot go to a folder, nor to a web page. */
function placeOf(snapshot: Snapshot, definition: Definition): readonly DefinitionPlace[] {
  switch (definition.type) {
    case 'anchor': {
      const { span, nameSpan } = definition.anchor;
      return [{ path: definition.path, span, selectionSpan: nameSpan }];
    }
    case 'heading': {
      const { span, sectionEnd, titleSpan } = definition.heading;
      const whole = { start: span.start, end: Math.max(sectionEnd, span.end) };
      return [{ path: definition.path, span: whole, selectionSpan: titleSpan }];
    }
    case 'file': {
      const isFolder = snapshot.files.lookup(definition.path).state === 'folder';
      const start = { start: 0, end: 0 };
      return isFolder ? [] : [{ path: definition.path, span: start, selectionSpan: start }];
    }
    case 'url':
      return [];
  }
}
