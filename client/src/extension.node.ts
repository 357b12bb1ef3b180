/**
 * Entry point in VS Code's Node extension host. Reading a library is most of what a start takes, and holds the thread that all
 * extensions share: each of them has a turn of its own.
 */
import type { ExtensionContext } from 'vscode';
import type { TalkNotesApi } from './extension.shared.ts';
import { nextTurn } from './turns.ts';

export async function activate(context: ExtensionContext): Promise<TalkNotesApi> {
  await nextTurn();
  await import('vscode-languageserver-protocol/node');
  await nextTurn();
  await import('vscode-languageclient');
  await nextTurn();
  await import('vscode-languageclient/node');
  await nextTurn();
  const { nodePlatform } = await import('./platform.node.ts');
  const { startExtension } = await import('./extension.shared.ts');
  await nextTurn();
  return startExtension(context, nodePlatform(context));
}
