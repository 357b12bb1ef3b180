import type { Command } from './command.ts';

export const undoCheckOff: Command = {
  id: 'talkNotes.undoCheckOff',
  async run({ writer, todos }) {
    await writer.undoLast();
    todos.tree.refresh();
  },
};
