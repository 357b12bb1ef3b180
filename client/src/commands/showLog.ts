import type { Command } from './command.ts';

export const showLog: Command = {
  id: 'talkNotes.showLog',
  run({ log }) {
    log.show();
  },
};
