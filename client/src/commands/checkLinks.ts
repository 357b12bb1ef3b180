import { commands, ProgressLocation, window } from 'vscode';
import type { CheckLinksResult } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';

export const checkLinks: Command = {
  id: 'talkNotes.checkLinks',
  async run({ client }) {
    const progress = { location: ProgressLocation.Window, title: 'Checking links' };
    const result = await window.withProgress(progress, () => client.checkLinks());
    if (result.findings > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
    void window.showInformationMessage(summary(result));
  },
};

function summary({ links, notes, findings, notesWithFindings }: CheckLinksResult): string {
  const checked = `${count(links, 'link')} in ${count(notes, 'note')} checked`;
  if (findings === 0) return `${checked}: nothing is broken.`;
  return `${checked}: ${count(findings, 'problem')} in ${count(notesWithFindings, 'note')}.`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString()} ${noun}${number === 1 ? '' : 's'}`;
}
