import { l10n, window } from 'vscode';
import type { AdjacentTalkParams } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wirePosition } from '../wire.ts';
import type { Command, CommandContext } from './command.ts';
import { jump } from './jump.ts';

export const nextTalk: Command = {
  id: 'talkNotes.nextTalk',
  run: (context) => goToAdjacent({ direction: 'next' }, l10n.t('This is the last talk.'), context),
};

export const previousTalk: Command = {
  id: 'talkNotes.previousTalk',
  run: (context) => goToAdjacent({ direction: 'previous' }, l10n.t('This is the first talk.'), context),
};

/** Goes from the cursor to the next place of a kind; `end` says that there is none. */
export async function goToAdjacent(
  what: Pick<AdjacentTalkParams, 'direction' | 'among'>,
  end: string,
  { client }: CommandContext,
): Promise<void> {
  const editor = activeNoteEditor();
  if (!editor) {
    void window.showInformationMessage(l10n.t('Open a note first.'));
    return;
  }
  const uri = editor.document.uri.toString();
  const { range } = await client.adjacentTalk({ uri, position: wirePosition(editor.selection.active), ...what });
  if (range) await jump(uri, range, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn });
  else window.setStatusBarMessage(end, 3000);
}
