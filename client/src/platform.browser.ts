/** What VS Code for the Web has: the server is a web worker. */
import { type ExtensionContext, Uri, workspace } from 'vscode';
import type { Platform } from './platform.ts';

/** The compiler is told of no host in particular; this is all that is needed of the web's. */
declare class Worker {
  constructor(script: string);
}

export function browserPlatform(context: ExtensionContext): Platform {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.browser.js');
  return {
    createClient: async (id, name, options) => {
      const { readLibrary } = await import('./library.browser.ts');
      const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await readLibrary();
      // Each start has a worker of its own: one that was stopped does not come back. The client would take the worker itself,
      // but does not know it again: VS Code puts a class of its own around it.
      const startServer = async () => {
        const worker = await startWorker(script);
        return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
      };
      return new LanguageClient(id, name, startServer, options);
    },
    isReadOnly: async (uri) => workspace.fs.isWritableFileSystem(uri.scheme) === false,
    asksWeb: false,
    userName: () => '',
    findingsHelp: Uri.joinPath(context.extensionUri, 'docs/findings').toString(),
  };
}

/** VS Code lets a worker start from any address but one on a remote machine; from there the script is read first. */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme !== 'vscode-remote') return new Worker(script.toString(true));
  const source = new Uint8Array(await workspace.fs.readFile(script));
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(url);
}
