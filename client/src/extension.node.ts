/** Entry point in VS Code's Node extension host. */
import type { ExtensionContext } from 'vscode';
import { startExtension, type TalkNotesApi } from './extension.shared.ts';
import { nodePlatform } from './platform.node.ts';

export function activate(context: ExtensionContext): TalkNotesApi {
  return startExtension(context, nodePlatform(context));
}
