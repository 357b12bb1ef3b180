import { window } from 'vscode';
import type { AdjacentTalkParams } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wirePosition } from '../wire.ts';
import type { Command, CommandContext } from './command.ts';
import { jump } from './jump.ts';

export const nextTalk: Command = { id: 'talkNotes.nextTalk', run: (context) => goTo('next', context) };

export const previousTalk: Command = { id: 'talkNotes.previousTalk', run: (context) => goTo('previous', context) };

async function goTo(direction: AdjacentTalkParams['direction'], { client }: CommandContext): Promise<void> {
  const editor = activeNoteEditor();
  if (!editor) {
    void window.showInformationMessage('Open a note first.');
    return;
  }
  const uri = editor.document.uri.toString();
  const { range } = await client.adjacentTalk({ uri, position: wirePosition(editor.selection.active), direction });
  if (range) await jump(uri, range, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn });
  else window.setStatusBarMessage(direction === 'next' ? 'This is the last talk.' : 'This is the first talk.', 3000);
}
