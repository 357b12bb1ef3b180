/**
 * The library that speaks the Language Server Protocol, for Node's extension host. Reading it takes longer than all that is
 * our own and holds the thread that all extensions share: it is a bundle of its own, and each part of it has a turn.
 */
import { nextTurn } from './turns.ts';

export async function readLibrary() {
  await nextTurn();
  await import('vscode-languageserver-protocol/node');
  await nextTurn();
  await import('vscode-languageclient');
  await nextTurn();
  const library = await import('vscode-languageclient/node');
  await nextTurn();
  return library;
}
