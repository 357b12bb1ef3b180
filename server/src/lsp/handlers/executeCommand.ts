import type { ExecuteCommandParams } from 'vscode-languageserver';
import type { ServerContext } from '../context.ts';
import type { SectionParams, ToggleTodoParams } from '../protocol.ts';
import { runWebCommand, webCommands } from '../web/webCommands.ts';
import { editSectionCommand, editSectionInEditor } from './editSection.ts';
import { toggleInEditor, toggleTodoCommand } from './toggleTodo.ts';

/** Commands of the server, each of which has the editor apply an edit. */
export const serverCommands = [toggleTodoCommand, editSectionCommand, ...webCommands];

export function registerExecuteCommand(context: ServerContext): void {
  const { connection, handle, settings } = context;
  connection.onExecuteCommand(
    handle.request(
      'executeCommand',
      () => null,
      async ({ command, arguments: [argument] = [] }: ExecuteCommandParams) => {
        if (command === toggleTodoCommand && settings().todos) {
          await toggleInEditor(context, argument as ToggleTodoParams);
        } else if (command === editSectionCommand) {
          await editSectionInEditor(context, argument as SectionParams);
        } else if (webCommands.includes(command)) {
          await runWebCommand(context, command, argument as { uri?: string; url?: string });
        }
        return null;
      },
    ),
  );
}
