import { window } from 'vscode';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wireRange } from '../wire.ts';
import type { Command } from './command.ts';

/** Toggles the to-dos of the selected tree rows, or else those that the editor's cursors and selections touch. */
export const toggleTodo: Command = {
  id: 'talkNotes.toggleTodo',
  async run({ writer, todos }, clicked, selected) {
    const rows = rowIds(clicked, selected);
    const refs = todos.todosOf(rows);
    const [first] = refs;
    if (first) return todos.check(refs, !first.done);
    const editor = activeNoteEditor();
    if (!editor) {
      void window.showInformationMessage('Put the cursor on a to-do in a note first.');
      return;
    }
    const ranges = editor.selections.map(wireRange);
    await writer.toggle({ lines: { uri: editor.document.uri.toString(), ranges } });
  },
};

/** A view's menu passes the row it was opened on and, where several are selected, all of these. */
function rowIds(clicked: unknown, selected: unknown): readonly string[] {
  if (Array.isArray(selected)) return selected.filter((row) => typeof row === 'string');
  return typeof clicked === 'string' ? [clicked] : [];
}
