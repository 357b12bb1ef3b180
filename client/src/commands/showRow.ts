import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';
import { showRowCommand } from './commandIds.ts';
import { jump } from './jump.ts';

const doubleClickInMilliseconds = 500;
let last: { readonly id: string; readonly time: number } | undefined;

/**
 * What a click on a row does, as elsewhere in VS Code: one click previews and leaves the keyboard in the tree, so that
 * Space and the arrow keys go on working there; two clicks open the note for good and put the keyboard into it.
 */
export const showRow: Command = {
  id: showRowCommand,
  async run(_context, row) {
    if (!isRow(row) || row.uri === undefined) return;
    const now = Date.now();
    const isSecondClick = last?.id === row.id && now - last.time < doubleClickInMilliseconds;
    last = { id: row.id, time: now };
    await jump(row.uri, row.range, { preview: !isSecondClick, preserveFocus: !isSecondClick });
  },
};

function isRow(value: unknown): value is TreeNode {
  return typeof value === 'object' && value !== null && 'id' in value && 'kind' in value;
}
