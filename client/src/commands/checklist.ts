import { l10n, Uri, window } from 'vscode';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wirePosition } from '../wire.ts';
import { planEdit, writeEdit } from '../writing/noteWriter.ts';
import type { Command } from './command.ts';

/** Turns the plain items of the To Do section at the cursor into ones with boxes, and back. */
export const checklist: Command = {
  id: 'talkNotes.checklist',
  async run({ client, platform }) {
    const editor = activeNoteEditor();
    if (!editor) {
      void window.showInformationMessage(l10n.t('Open a note first.'));
      return;
    }
    const uri = editor.document.uri.toString();
    const { changes } = await client.checklist({ uri, position: wirePosition(editor.selection.active) });
    if (changes.length === 0) void window.showInformationMessage(l10n.t('Put the cursor into a To Do section first.'));
    for (const change of changes) {
      const plan = await planEdit(change, Uri.parse(change.uri), platform);
      const written = 'refused' in plan ? plan : await writeEdit(plan.planned);
      if ('refused' in written) void window.showWarningMessage(written.refused);
    }
  },
};
