/** Entry point in VS Code for the Web. */
import type { ExtensionContext } from 'vscode';
import { startExtension, type TalkNotesApi } from './extension.shared.ts';
import { browserPlatform } from './platform.browser.ts';

export function activate(context: ExtensionContext): TalkNotesApi {
  return startExtension(context, browserPlatform(context));
}
