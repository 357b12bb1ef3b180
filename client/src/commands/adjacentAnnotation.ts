import { l10n, window } from 'vscode';
import type { WireAnnotation } from '../../../server/src/lsp/protocol.ts';
import { activeNoteEditor } from '../noteLanguages.ts';
import type { Command, CommandContext } from './command.ts';
import { jump } from './jump.ts';

export const nextAnnotation: Command = { id: 'talkNotes.nextAnnotation', run: (context) => goTo(1, context) };

export const previousAnnotation: Command = { id: 'talkNotes.previousAnnotation', run: (context) => goTo(-1, context) };

/** Goes round: behind the note's last annotation comes its first. Resolved ones are passed by while they are hidden. */
async function goTo(step: 1 | -1, { client, margin, annotations }: CommandContext): Promise<void> {
  const editor = activeNoteEditor();
  if (!editor) {
    void window.showInformationMessage(l10n.t('Open a note first.'));
    return;
  }
  const uri = editor.document.uri.toString();
  const all = await client.noteAnnotations(uri);
  const shown = inOrder(all.filter(({ state }) => state === 'open' || annotations.showResolved));
  const { line, character } = editor.selection.active;
  const isPast = ({ range: { start } }: WireAnnotation): boolean =>
    step * (start.line - line || start.character - character) > 0;
  const next = step > 0 ? (shown.find(isPast) ?? shown[0]) : (shown.findLast(isPast) ?? shown.at(-1));
  if (!next) {
    window.setStatusBarMessage(l10n.t('This note has no open annotations.'), 3000);
    return;
  }
  await jump(uri, next.range, editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn });
  margin.expand(next);
}

function inOrder(annotations: readonly WireAnnotation[]): readonly WireAnnotation[] {
  return annotations.toSorted(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}
