import { commands, l10n, ProgressLocation, window } from 'vscode';
import type { CheckLinksResult } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';

export const checkLinks: Command = {
  id: 'talkNotes.checkLinks',
  async run({ client }) {
    const progress = { location: ProgressLocation.Window, title: l10n.t('Checking links') };
    const result = await window.withProgress(progress, () => client.checkLinks());
    if (result.findings > 0) await commands.executeCommand('workbench.panel.markers.view.focus');
    void window.showInformationMessage(summary(result));
  },
};

function summary({ links, notes, findings, notesWithFindings }: CheckLinksResult): string {
  const all = links === 1 ? l10n.t('1 link') : l10n.t('{0} links', links.toLocaleString());
  const checked = l10n.t('{0} in {1} checked', all, noteCount(notes));
  if (findings === 0) return l10n.t('{0}: nothing is broken.', checked);
  const problems = findings === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', findings.toLocaleString());
  return l10n.t('{0}: {1} in {2}.', checked, problems, noteCount(notesWithFindings));
}

function noteCount(notes: number): string {
  return notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes.toLocaleString());
}
