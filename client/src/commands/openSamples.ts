import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Command } from './command.ts';

const folderName = 'talk-notes-samples';

/** Copies the sample notes to a folder of the user's choice, and opens them. */
export const openSamples: Command = {
  id: 'talkNotes.openSamples',
  async run({ extensionUri }, given) {
    const target = given instanceof Uri ? given : await askForFolder();
    if (!target) return;
    const samples = Uri.joinPath(target, folderName);
    try {
      await workspace.fs.stat(samples);
    } catch {
      await workspace.fs.copy(Uri.joinPath(extensionUri, 'samples'), samples);
    }
    await commands.executeCommand('vscode.openFolder', samples, {
      forceNewWindow: workspace.workspaceFolders !== undefined,
    });
  },
};

async function askForFolder(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    title: l10n.t('Where to put the sample notes'),
    openLabel: l10n.t('Put Them Here'),
  });
  return chosen?.[0];
}
