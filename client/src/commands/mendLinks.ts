import { l10n, ProgressLocation, type QuickPickItem, Selection, type TextEditor, window } from 'vscode';
import type { MendProposal } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { rangeOf } from '../wire.ts';
import type { Command } from './command.ts';

interface MendItem extends QuickPickItem {
  readonly proposal: MendProposal;
}

/** Goes through the links of a note that can be mended: each is shown in the note, and those that are ticked are changed. */
export const mendLinks: Command = {
  id: 'talkNotes.mendLinks',
  async run({ client }) {
    const editor = activeNoteEditor();
    if (!editor) return;
    const uri = editor.document.uri.toString();
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Looking for better addresses'),
      cancellable: true,
    };
    const { proposals, left, version } = await window.withProgress(options, (_progress, token) =>
      client.mendLinks({ uri }, token),
    );
    if (proposals.length === 0) {
      const nothing =
        left === 0 ? l10n.t('No link of this note needs mending.') : l10n.t('No better address was found.');
      void window.showInformationMessage(nothing);
      return;
    }
    const chosen = await choose(editor, proposals);
    if (chosen.length === 0) return;
    const { written } = await client.writeLinks({ uri, version, links: chosen });
    if (!written) {
      void window.showWarningMessage(l10n.t('The note has changed meanwhile. Nothing was written; please try again.'));
    }
  },
};

/** All are ticked at first; the active one is shown in the note. */
async function choose(editor: TextEditor, proposals: readonly MendProposal[]): Promise<readonly MendProposal[]> {
  const before = { selection: editor.selection, visible: editor.visibleRanges[0] };
  const picker = window.createQuickPick<MendItem>();
  picker.title = l10n.t('Mend Links');
  picker.placeholder = l10n.t('Ticked links get their new address');
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = proposals.map((proposal) => ({
    label: proposal.from,
    description: proposal.reason,
    detail: `→ ${proposal.to}`,
    proposal,
  }));
  picker.selectedItems = picker.items;
  picker.onDidChangeActive(([item]) => {
    if (item) show(editor, item.proposal);
  });
  const chosen = await new Promise<readonly MendItem[]>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems));
    picker.onDidHide(() => resolve([]));
    picker.show();
  });
  picker.dispose();
  if (chosen.length === 0) {
    editor.selection = before.selection;
    if (before.visible) editor.revealRange(before.visible);
  }
  return chosen.map(({ proposal }) => proposal);
}

function show(editor: TextEditor, { range }: MendProposal): void {
  const { start, end } = rangeOf(range);
  editor.selection = new Selection(start, end);
  editor.revealRange(rangeOf(range));
}
