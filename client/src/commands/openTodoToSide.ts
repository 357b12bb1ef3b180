import { ViewColumn } from 'vscode';
import type { Command } from './command.ts';
import { jump } from './jump.ts';
import { rowIds } from './todoChoice.ts';

/** Shows the row's place beside what is open, and leaves the keyboard in the tree. */
export const openTodoToSide: Command = {
  id: 'talkNotes.openTodoToSide',
  async run(context, ...args) {
    const [row] = await context.todos.tree.current(rowIds(context, args).slice(0, 1));
    if (row?.uri === undefined) return;
    await jump(row.uri, row.range, { viewColumn: ViewColumn.Beside, preview: false, preserveFocus: true });
  },
};
