/** What an editor finds by itself, where it serves a language: its own answer and ours would show everything twice. */

import type { Dialect } from '../core/dialects/dialect.ts';
import type { PlacedUse } from '../core/index/backlinks.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { Thing } from '../core/index/thingAt.ts';

/** Tells of which dialects the editor follows links by itself. */
export type IsServed = (dialect: Dialect) => boolean;

/** Whether the editor itself knows where `thing`, in a note of `dialect`, leads: a link or target of its own, a title. */
export function isEditorsThing(dialect: Dialect, thing: Thing, isServed: IsServed): boolean {
  if (!isServed(dialect)) {
    return false;
  }
  switch (thing.type) {
    case 'use':
      return dialect.isEditorsOwn(thing.use.holder);
    case 'definition':
      return thing.definition.type === 'heading' || dialect.isEditorsOwn(thing.definition.anchor);
    case 'todo':
      return false;
  }
}

/** Whether the editor itself finds `use`: it looks through notes of its own languages, for links that it knows. */
export function isEditorsUse(
  snapshot: Snapshot,
  { path, holder }: Pick<PlacedUse, 'path' | 'holder'>,
  isServed: IsServed,
): boolean {
  const dialect = snapshot.notes.get(path)?.dialect;
  return dialect !== undefined && isServed(dialect) && dialect.isEditorsOwn(holder);
}
