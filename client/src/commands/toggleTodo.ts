import { Range, type Selection, type TextDocument, window } from 'vscode';
import { activeNoteEditor } from '../noteLanguages.ts';
import { wireRange } from '../wire.ts';
import type { Command } from './command.ts';

/** Toggles the to-dos of the selected tree rows, or else those that the editor's cursors and selections touch. */
export const toggleTodo: Command = {
  id: 'talkNotes.toggleTodo',
  async run({ writer, todos }, clicked, selected) {
    const rows = rowIds(clicked, selected);
    const first = rows.map((row) => todos.tree.node(row)?.todo).find((todo) => todo !== undefined);
    if (first) return todos.check(rows, !first.done);
    const editor = activeNoteEditor();
    if (!editor) {
      void window.showInformationMessage('Put the cursor on a to-do in a note first.');
      return;
    }
    const ranges = editor.selections.map((selection) => wireRange(touched(selection, editor.document)));
    await writer.toggle({ lines: { uri: editor.document.uri.toString(), ranges } });
  },
};

/** The selection without the line that it only reaches, as when whole lines are selected. */
function touched(selection: Selection, document: TextDocument): Range {
  const { start, end } = selection;
  if (selection.isEmpty || end.character > 0) return selection;
  return new Range(start, document.lineAt(end.line - 1).range.end);
}

/** A view's menu passes the row it was opened on and, where several are selected, all of these. */
function rowIds(clicked: unknown, selected: unknown): readonly string[] {
  if (Array.isArray(selected)) return selected.filter((row) => typeof row === 'string');
  return typeof clicked === 'string' ? [clicked] : [];
}
