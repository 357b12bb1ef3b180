/** Entry point in VS Code for the Web. In turns, as extension.node.ts. */
import type { ExtensionContext } from 'vscode';
import type { TalkNotesApi } from './extension.shared.ts';
import { nextTurn } from './turns.ts';

export async function activate(context: ExtensionContext): Promise<TalkNotesApi> {
  await nextTurn();
  await import('vscode-languageserver-protocol/browser');
  await nextTurn();
  await import('vscode-languageclient');
  await nextTurn();
  await import('vscode-languageclient/browser');
  await nextTurn();
  const { browserPlatform } = await import('./platform.browser.ts');
  const { startExtension } = await import('./extension.shared.ts');
  await nextTurn();
  return startExtension(context, browserPlatform(context));
}
