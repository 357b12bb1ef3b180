import { env, Uri, workspace } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { Command, CommandContext } from './command.ts';
import { rowIds } from './todoChoice.ts';

export const copyTodo: Command = {
  id: 'talkNotes.copyTodo',
  run: (context, ...args) => copy(context, args, ({ todo }) => todo?.text),
};

/** A path and a line, which terminals, chats and VS Code itself can open. */
export const copyTodoLink: Command = {
  id: 'talkNotes.copyTodoLink',
  run: (context, ...args) => copy(context, args, linkOf),
};

async function copy(
  context: CommandContext,
  args: readonly unknown[],
  textOf: (node: TreeNode) => string | undefined,
): Promise<void> {
  const nodes = await context.todos.tree.current(rowIds(context, args));
  const lines = nodes.map(textOf).filter((line) => line !== undefined);
  if (lines.length > 0) await env.clipboard.writeText(lines.join('\n'));
}

function linkOf({ todo }: TreeNode): string | undefined {
  if (!todo) return undefined;
  return `${workspace.asRelativePath(Uri.parse(todo.uri))}:${todo.line + 1}`;
}
