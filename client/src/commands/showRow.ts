import type { Command } from './command.ts';
import { type RowArguments, showRowCommand } from './commandIds.ts';
import { jump } from './jump.ts';

const doubleClickInMilliseconds = 500;
let last: { readonly id: string; readonly time: number } | undefined;

/**
 * What a click on a row does, as elsewhere in VS Code: one click previews and leaves the keyboard in the tree, so that
 * the arrow keys go on working there; two clicks open the note for good and put the keyboard into it.
 */
export const showRow: Command = {
  id: showRowCommand,
  async run(views, ...args) {
    const [view, id] = args as unknown as RowArguments;
    const now = Date.now();
    const isSecondClick = last?.id === id && now - last.time < doubleClickInMilliseconds;
    last = { id, time: now };
    const [row] = await views[view].tree.current([id]);
    if (row?.uri === undefined) return;
    if (row.kind === 'talk') await views.talks.visit({ uri: row.uri, title: row.label });
    await jump(row.uri, row.range, { preview: !isSecondClick, preserveFocus: !isSecondClick });
  },
};
