import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { fixActions, fixAllActions } from '../codeActions/fixActions.ts';
import { refactorActions } from '../codeActions/refactorActions.ts';
import { todoActions } from '../codeActions/todoActions.ts';
import { webActions } from '../codeActions/webActions.ts';
import type { ServerContext } from '../context.ts';

/** Quick fixes of findings, refactorings, and checking off the to-dos on the selected lines. */
export function registerCodeAction(context: ServerContext): void {
  const { connection, handle, client } = context;
  connection.onCodeAction(
    handle.note(
      'codeAction',
      (): CodeAction[] => [],
      async (note, params: CodeActionParams) => {
        if (!client.codeActionLiterals) {
          return [];
        }
        const actions = [fixActions, fixAllActions, refactorActions, todoActions, webActions];
        return (await Promise.all(actions.map((find) => find(context, note, params)))).flat();
      },
    ),
  );
}
