/** What VS Code's Node extension host has: the server is a process of its own. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type ExtensionContext, type Uri, workspace } from 'vscode';
import type { Platform } from './platform.ts';
import { serverFlags } from './serverFlags.node.ts';

export function nodePlatform(context: ExtensionContext): Platform {
  const module = context.asAbsolutePath('dist/server.js');
  return {
    createClient: async (id, name, options) => {
      const { readLibrary } = await import('./library.node.ts');
      const { LanguageClient, TransportKind } = await readLibrary();
      const server = { module, transport: TransportKind.ipc, options: { execArgv: [...serverFlags] } };
      return new LanguageClient(id, name, server, options);
    },
    isReadOnly: isReadOnlyFile,
    asksWeb: true,
    userName,
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A process need not belong to a user that the system knows.
    return '';
  }
}

async function isReadOnlyFile(uri: Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return workspace.fs.isWritableFileSystem(uri.scheme) === false;
  try {
    await access(uri.fsPath, constants.W_OK);
    // The mode is asked as well, since an administrator may write what is marked as not to be written.
    return ((await stat(uri.fsPath)).mode & 0o222) === 0;
  } catch {
    return true;
  }
}
