import { MessageType } from 'vscode-languageserver';
import { say } from '../../core/text/say.ts';
import type { ServerContext } from '../context.ts';
import { type ToggleTodoParams, type ToggleTodoResult, toggleTodoRequest } from '../protocol.ts';
import { tell } from '../tell.ts';
import { wireChanges } from '../todoRequests.ts';
import { toggle } from '../toggle.ts';

/** For editors that have no client of ours: checks off and has the editor apply it. Argument: `ToggleTodoParams`. */
export const toggleTodoCommand = 'talkNotes.server.toggleTodo';

/** Checking to-dos off, for our client as a request and for all others as a command. */
export function registerToggleTodo(context: ServerContext): void {
  const { connection, handle, settings } = context;
  const nothing = (): ToggleTodoResult => ({ changes: [], count: 0, done: false, openNested: 0 });
  connection.onRequest(
    toggleTodoRequest.method,
    handle.request(toggleTodoRequest.method, nothing, (params: ToggleTodoParams) =>
      settings().todos ? toggleForClient(context, params) : nothing(),
    ),
  );
}

async function toggleForClient(context: ServerContext, params: ToggleTodoParams): Promise<ToggleTodoResult> {
  const { outcome, notes } = await toggle(context, params);
  return { ...outcome, changes: wireChanges(context, outcome.changes, notes) };
}

/** Checks off as the arguments of the command say, in the editor. */
export async function toggleInEditor(context: ServerContext, params: ToggleTodoParams): Promise<void> {
  const { connection, client, convert } = context;
  const { outcome, notes } = await toggle(context, params);
  if (outcome.refused !== undefined) {
    tell(connection, outcome.refused, MessageType.Warning);
  }
  if (outcome.changes.length > 0 && client.applyEdit) {
    const edit = convert.workspaceEdit(outcome.changes, (path) => notes.get(path)?.entry.note.lines);
    await connection.workspace.applyEdit({ label: outcome.done ? say('Check off') : say('Uncheck'), edit });
  }
}
