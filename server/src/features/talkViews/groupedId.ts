/** Ids of rows that may stand in several groups: a talk of two speakers is there twice. */
import type { TreeRow } from '../treeRow.ts';

/** `row` as it stands in `group`, below `parent`. */
export function inGroup(group: string, row: TreeRow, parent: string): TreeRow {
  return { ...row, id: JSON.stringify(['in', group, row.id]), parent };
}

/** The group of a row, where it is in one, and the id that it has elsewhere. */
export function readGroupedId(text: string): { readonly group?: string; readonly id: string } {
  try {
    const parts: unknown = JSON.parse(text);
    if (Array.isArray(parts) && parts[0] === 'in' && typeof parts[1] === 'string' && typeof parts[2] === 'string') {
      return { group: parts[1], id: parts[2] };
    }
  } catch {
    // An id from another program.
  }
  return { id: text };
}
