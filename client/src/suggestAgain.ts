/** After a folder or a role was completed, what may stand in it is offered at once: the server cannot ask VS Code for that. */
import { CompletionItemKind } from 'vscode';
import type { CompletionMiddleware } from 'vscode-languageclient';

const open: readonly (CompletionItemKind | undefined)[] = [CompletionItemKind.Folder, CompletionItemKind.Function];

export const suggestAgain: NonNullable<CompletionMiddleware['provideCompletionItem']> = async (
  document,
  position,
  context,
  token,
  next,
) => {
  const found = await next(document, position, context, token);
  for (const item of Array.isArray(found) ? found : (found?.items ?? [])) {
    if (open.includes(item.kind)) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  }
  return found;
};
