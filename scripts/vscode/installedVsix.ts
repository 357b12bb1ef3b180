import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { obtainCodeServer } from './codeServer.ts';

/** The environment variable with the folder of an installed extension that is driven instead of the checkout. */
export const extensionVariable = 'TALK_NOTES_EXTENSION';

/** Has VS Code install a .vsix file below `folder`; gives where the extension is then. */
export async function installVsix(vsix: string, folder: string): Promise<string> {
  const extensions = join(folder, 'extensions');
  const main = await obtainCodeServer();
  const options = [
    '--install-extension',
    vsix,
    '--extensions-dir',
    extensions,
    '--server-data-dir',
    join(folder, 'data'),
  ];
  await promisify(execFile)(process.execPath, [main, ...options, '--accept-server-license-terms']);
  const installed = (await readdir(extensions)).find((name) => name.startsWith('talk-notes.talk-notes-'));
  if (!installed) throw new Error('VS Code did not install the extension.');
  return join(extensions, installed);
}
