import { l10n, window } from 'vscode';
import type { SectionParams } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wirePosition } from '../wire.ts';
import type { Command } from './command.ts';

export const moveSectionUp = sectionCommand('talkNotes.moveSectionUp', 'up');
export const moveSectionDown = sectionCommand('talkNotes.moveSectionDown', 'down');
export const promoteSection = sectionCommand('talkNotes.promoteSection', 'promote');
export const demoteSection = sectionCommand('talkNotes.demoteSection', 'demote');

/** Edits the section that the cursor is in, and follows it. */
function sectionCommand(id: string, how: SectionParams['how']): Command {
  return {
    id,
    async run({ client }) {
      const editor = activeNoteEditor();
      if (!editor) {
        void window.showInformationMessage(l10n.t('Open a note first.'));
        return;
      }
      await client.editSection({
        uri: editor.document.uri.toString(),
        position: wirePosition(editor.selection.active),
        how,
      });
      if (window.activeTextEditor === editor) editor.revealRange(editor.selection);
    },
  };
}
