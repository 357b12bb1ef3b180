/** Different names for one place. */
import type { Note } from '../model/note.ts';
import { type Definition, sameDefinition } from './definition.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * `definitions`, each with what else names the same place: a title with the labels right above it, and a note with its
 * first title. Every one once.
 */
export function placeGroups(snapshot: Snapshot, definitions: readonly Definition[]): readonly Definition[] {
  const all: Definition[] = [];
  for (const definition of definitions) {
    for (const each of [definition, ...alsoNamed(snapshot, definition)]) {
      if (!all.some((known) => sameDefinition(known, each))) {
        all.push(each);
      }
    }
  }
  return all;
}

function alsoNamed(snapshot: Snapshot, definition: Definition): readonly Definition[] {
  const path = definition.type === 'url' ? undefined : definition.path;
  const note = path === undefined ? undefined : snapshot.notes.get(path)?.note;
  const index = note === undefined ? -1 : headingIndex(note, definition);
  const heading = note?.headings[index];
  if (note === undefined || path === undefined || heading === undefined) {
    return [];
  }
  const labels = note.anchors.filter((anchor) => isLabelOf(note, index, anchor));
  return [
    { type: 'heading', path, heading },
    ...labels.map((anchor): Definition => ({ type: 'anchor', path, anchor })),
    ...(index === 0 ? [{ type: 'file', path } as const] : []),
  ];
}

/** Which title `definition` is, or belongs to; -1 where it is none. */
function headingIndex(note: Note, definition: Definition): number {
  switch (definition.type) {
    case 'heading':
      return note.headings.indexOf(definition.heading);
    case 'anchor':
      return note.headings.findIndex((_, index) => isLabelOf(note, index, definition.anchor));
    case 'file':
      return note.headings.length === 0 ? -1 : 0;
    case 'url':
      return -1;
  }
}

/** Whether `anchor` stands between the title before and title number `index`, and names that. */
function isLabelOf(note: Note, index: number, { value, span, name }: Note['anchors'][number]): boolean {
  const heading = note.headings[index]!;
  const before = note.headings[index - 1]?.span.end ?? 0;
  return value === undefined && span.start >= before && span.end <= heading.span.start && heading.names.includes(name);
}
