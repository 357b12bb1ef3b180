/** Commands that say how the To-Dos view lists. */
import { l10n, type QuickPickItem, window } from 'vscode';
import type { TodoGrouping, TodoSorting } from '../../../server/src/lsp/protocol.ts';
import { groupLabels, sortLabels } from '../todos/listOptions.ts';
import type { Command } from './command.ts';

export const showDone: Command = {
  id: 'talkNotes.showDone',
  run: ({ todos }) => todos.options.set({ showDone: true }),
};

export const hideDone: Command = {
  id: 'talkNotes.hideDone',
  run: ({ todos }) => todos.options.set({ showDone: false }),
};

export const groupTodos: Command = {
  id: 'talkNotes.groupTodos',
  async run({ todos }) {
    const group = await pick<TodoGrouping>(l10n.t('Group To-Dos'), groupLabels(), todos.options.get('group'));
    if (group) await todos.options.set({ group });
  },
};

export const sortTodos: Command = {
  id: 'talkNotes.sortTodos',
  async run({ todos }) {
    const sort = await pick<TodoSorting>(l10n.t('Sort To-Dos'), sortLabels(), todos.options.get('sort'));
    if (sort) await todos.options.set({ sort });
  },
};

export const filterTodos: Command = {
  id: 'talkNotes.filterTodos',
  async run({ todos }) {
    const filter = await window.showInputBox({
      title: l10n.t('Filter To-Dos'),
      value: todos.options.get('filter'),
      placeHolder: 'slides @ada #video due:overdue',
      prompt: l10n.t(
        'Words, @person, #tag, in:talk, due:overdue (today, week, later, none), is:open (in-progress, done, cancelled), priority:high. Empty shows all.',
      ),
    });
    if (filter !== undefined) await todos.options.set({ filter: filter.trim() });
  },
};

export const clearTodoFilter: Command = {
  id: 'talkNotes.clearTodoFilter',
  run: ({ todos }) => todos.options.set({ filter: '' }),
};

async function pick<T extends string>(title: string, labels: Record<T, string>, current: T): Promise<T | undefined> {
  const items = (Object.entries(labels) as [T, string][]).map(([value, label]): QuickPickItem & { value: T } => ({
    label,
    value,
    ...(value === current ? { description: l10n.t('as it is') } : {}),
  }));
  return (await window.showQuickPick(items, { title }))?.value;
}
