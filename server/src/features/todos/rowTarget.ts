/** Where to-dos go that are dropped on a row of a tree. */
import type { Snapshot } from '../../core/index/snapshot.ts';
import { isSectionPath, readArray, readRowId } from '../rowId.ts';
import { findSection } from '../sections.ts';
import type { TodoTarget } from './moveTodos.ts';

/** The talk or section that a row stands for; `undefined` for rows that stand for none. */
export function rowTarget({ notes }: Snapshot, row: string): TodoTarget | undefined {
  const id = readRowId(row);
  switch (id?.type) {
    case 'event':
    case 'note':
      return notes.get(id.path) !== undefined ? { path: id.path, heading: -1 } : undefined;
    case 'section':
    case 'todo': {
      const note = notes.get(id.path)?.note;
      const heading = note && findSection(note, id.section);
      return heading === undefined ? undefined : { path: id.path, heading };
    }
    case 'group':
      return id.by === 'talk' ? groupTarget(notes, id.key) : undefined;
    default:
      return undefined;
  }
}

/** The key of a talk's group is its note's path, and the titles down to it. */
function groupTarget(notes: Snapshot['notes'], key: string): TodoTarget | undefined {
  const [path, ...section] = readArray(key);
  const note = typeof path === 'string' ? notes.get(path)?.note : undefined;
  const heading = note && isSectionPath(section) ? findSection(note, section) : undefined;
  return heading === undefined || typeof path !== 'string' ? undefined : { path, heading };
}
