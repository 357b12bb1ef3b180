import { l10n, window } from 'vscode';
import type { Command } from './command.ts';
import { chosenTodos } from './todoChoice.ts';

/** Toggles the to-dos of the selected tree rows, or else those that the editor's cursors and selections touch. */
export const toggleTodo: Command = {
  id: 'talkNotes.toggleTodo',
  async run(context, ...rows) {
    const choice = await chosenTodos(context, rows);
    if (!choice) {
      void window.showInformationMessage(l10n.t('Put the cursor on a to-do in a note first.'));
      return;
    }
    await context.todos.toggle({ ...choice.params, ...(choice.first ? { done: !choice.first.done } : {}) });
  },
};

/** What a lens above a to-do runs: the to-do on one line of a note. */
export const toggleTodoLine: Command = {
  id: 'talkNotes.toggleTodoLine',
  async run({ todos }, uri, line) {
    if (typeof uri !== 'string' || typeof line !== 'number') return;
    const at = { line, character: 0 };
    await todos.toggle({ lines: { uri, ranges: [{ start: at, end: at }] } });
  },
};
