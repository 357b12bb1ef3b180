/** Commands that change to-dos: of the rows that they are run on, else at the cursors of the editor. */
import { l10n, window } from 'vscode';
import type { TodoState } from '../../../server/src/lsp/protocol.ts';
import { pickDue, pickPriority, pickTalk } from '../todos/pickers.ts';
import type { Command, CommandContext } from './command.ts';
import { chosenTodos, type TodoChoice } from './todoChoice.ts';

export const setTodoDue: Command = {
  id: 'talkNotes.setTodoDue',
  async run(context, ...rows) {
    const choice = await choiceOf(context, rows);
    const due = choice && (await pickDue(choice.first ? choice.first.due : 'unknown'));
    if (choice && due !== undefined) await context.todos.change(choice.params, { type: 'fields', due });
  },
};

export const setTodoPriority: Command = {
  id: 'talkNotes.setTodoPriority',
  async run(context, ...rows) {
    const choice = await choiceOf(context, rows);
    const priority = choice && (await pickPriority(choice.first?.priority));
    if (choice && priority !== undefined) await context.todos.change(choice.params, { type: 'fields', priority });
  },
};

export const cancelTodo: Command = stateCommand('talkNotes.cancelTodo', 'cancelled');
export const startTodo: Command = stateCommand('talkNotes.startTodo', 'in-progress');
export const reopenTodo: Command = stateCommand('talkNotes.reopenTodo', 'open');

export const moveTodo: Command = {
  id: 'talkNotes.moveTodo',
  async run(context, ...rows) {
    const choice = await choiceOf(context, rows);
    const talk = choice && (await pickTalk(context.client, context.talks, l10n.t('Move To-Do')));
    if (choice && talk) {
      const to = { uri: talk.uri, position: talk.range.start };
      await context.todos.change(choice.params, { type: 'move', to });
    }
  },
};

export const moveToTodoSection: Command = {
  id: 'talkNotes.moveToTodoSection',
  async run(context, ...rows) {
    const choice = await choiceOf(context, rows);
    if (choice) await context.todos.change(choice.params, { type: 'move' });
  },
};

function stateCommand(id: string, state: TodoState): Command {
  return {
    id,
    async run(context, ...rows) {
      const choice = await choiceOf(context, rows);
      if (choice) await context.todos.toggle({ ...choice.params, state });
    },
  };
}

/** The to-dos that are meant; where there are none, the user is told so. */
async function choiceOf(context: CommandContext, rows: readonly unknown[]): Promise<TodoChoice | undefined> {
  const choice = await chosenTodos(context, rows);
  if (!choice) void window.showInformationMessage(l10n.t('Put the cursor on a to-do in a note first.'));
  return choice;
}
