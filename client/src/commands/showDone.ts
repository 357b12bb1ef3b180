import type { Command } from './command.ts';

export const showDone: Command = { id: 'talkNotes.showDone', run: ({ todos }) => todos.setShowDone(true) };

export const hideDone: Command = { id: 'talkNotes.hideDone', run: ({ todos }) => todos.setShowDone(false) };
