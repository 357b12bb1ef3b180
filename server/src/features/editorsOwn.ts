/** What an editor finds by itself, where it serves a language: its own answer and ours would show everything twice. */

import type { Dialect } from '../core/dialects/dialect.ts';
import type { PlacedUse } from '../core/index/backlinks.ts';
import type { Definition } from '../core/index/definition.ts';
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { Thing } from '../core/index/thingAt.ts';
import type { Span } from '../core/text/span.ts';
import type { Finding } from './finding.ts';

/** Tells of which dialects the editor follows links by itself. */
export type IsServed = (dialect: Dialect) => boolean;

/**
 * Whether the editor itself finds uses of `thing`, in a note of `dialect`, when asked at `offset`: a link or target of its
 * own, a title. Of a link it knows the address only: on the text it says nothing.
 */
export function isEditorsThing(dialect: Dialect, thing: Thing, offset: number, isServed: IsServed): boolean {
  if (!isServed(dialect)) {
    return false;
  }
  switch (thing.type) {
    case 'use':
      return touches(thing.use.span, offset) && dialect.isEditorsOwn(thing.use.holder);
    case 'definition':
      return thing.definition.type === 'heading' || dialect.isEditorsOwn(thing.definition.anchor);
    case 'todo':
      return false;
  }
}

/**
 * Whether the editor itself goes from `thing` to all of `definitions`: to titles and targets in notes of its own languages,
 * but neither to a whole file nor into other notes.
 */
export function isEditorsWay(
  { notes }: Snapshot,
  dialect: Dialect,
  thing: Thing,
  offset: number,
  definitions: readonly Definition[],
  isServed: IsServed,
): boolean {
  const leadsToOwn = definitions.every((each) => {
    const to = each.type === 'anchor' || each.type === 'heading' ? notes.get(each.path)?.dialect : undefined;
    return to !== undefined && isServed(to);
  });
  return leadsToOwn && isEditorsThing(dialect, thing, offset, isServed);
}

/** The findings that the editor itself does not have: about links that it does not know, titles, and names with several meanings. */
export function withoutEditorsOwn({ note, dialect }: NoteEntry, findings: readonly Finding[]): readonly Finding[] {
  const others = new Set(
    note.links.filter((link) => !dialect.isEditorsOwn(link)).map(({ targetSpan }) => targetSpan.start),
  );
  return findings.filter(
    ({ code, span }) => others.has(span.start) || !/^(?:link|target)\./.test(code) || code === 'link.ambiguous',
  );
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

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
