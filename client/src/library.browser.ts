/** As library.node.ts, for VS Code for the Web, where an extension is one file: there it is read with the rest, but run later. */
import { nextTurn } from './turns.ts';

export async function readLibrary() {
  await nextTurn();
  await import('vscode-languageserver-protocol/browser');
  await nextTurn();
  await import('vscode-languageclient');
  await nextTurn();
  const library = await import('vscode-languageclient/browser');
  await nextTurn();
  return library;
}
