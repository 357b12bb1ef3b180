/** Ids of tree rows: made of what a person would call the row, so that they outlive edits elsewhere. */
import type { NotePath } from '../core/text/path.ts';
import type { SectionPath } from './sections.ts';

export type RowId =
  | { readonly type: 'all' }
  | { readonly type: 'event'; readonly path: NotePath }
  | { readonly type: 'folder'; readonly path: NotePath }
  | { readonly type: 'note'; readonly path: NotePath }
  /** `below` keeps a section's row in one part of the tree apart from that in another. */
  | {
      readonly type: 'section';
      readonly below: 'event' | 'note';
      readonly path: NotePath;
      readonly section: SectionPath;
    }
  /** To-dos that have something in common: `by` what, and which. */
  | { readonly type: 'group'; readonly by: string; readonly key: string }
  /** `todos`: its title, and those that it is nested in before it. `group`: that which the row is in, where there are groups. */
  | {
      readonly type: 'todo';
      readonly path: NotePath;
      readonly section: SectionPath;
      readonly todos: SectionPath;
      readonly group?: readonly [by: string, key: string];
    };

/** The id as text. */
export function writeRowId(id: RowId): string {
  switch (id.type) {
    case 'all':
      return JSON.stringify(['all']);
    case 'event':
    case 'folder':
    case 'note':
      return JSON.stringify([id.type, id.path]);
    case 'section':
      return JSON.stringify([id.type, id.path, id.section, id.below]);
    case 'todo':
      return JSON.stringify([id.type, id.path, id.section, id.todos, ...(id.group ?? [])]);
    case 'group':
      return JSON.stringify([id.type, id.by, id.key]);
  }
}

/** The id that a text stands for; `undefined` for a text that is none. */
export function readRowId(text: string): RowId | undefined {
  const parts = readArray(text);
  const [type, path, section = [], last, by, key] = parts;
  if (type === 'all') {
    return { type };
  }
  // A row that may stand in several groups; see talkViews/groupedId.ts.
  if (type === 'in') {
    return typeof section === 'string' ? readRowId(section) : undefined;
  }
  if (type === 'group') {
    return typeof path === 'string' && typeof section === 'string' ? { type, by: path, key: section } : undefined;
  }
  if (typeof path !== 'string' || !isSectionPath(section)) {
    return undefined;
  }
  switch (type) {
    case 'event':
    case 'folder':
    case 'note':
      return { type, path };
    case 'section':
      return { type, path, section, below: last === 'event' ? 'event' : 'note' };
    case 'todo':
      return isSectionPath(last) ? { type, path, section, todos: last, ...groupIn(by, key) } : undefined;
    default:
      return undefined;
  }
}

function groupIn(by: unknown, key: unknown): { readonly group?: readonly [string, string] } {
  return typeof by === 'string' && typeof key === 'string' ? { group: [by, key] } : {};
}

/** The list that `text` writes; empty where it writes none. */
export function readArray(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    // An id from an older version, or from another program.
    return [];
  }
}

export function isSectionPath(value: unknown): value is SectionPath {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
}
