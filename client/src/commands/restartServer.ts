import { window } from 'vscode';
import type { Command } from './command.ts';

export const restartServer: Command = {
  id: 'talkNotes.restartServer',
  async run({ client }) {
    await client.restart();
    if (client.isRunning) window.setStatusBarMessage('Talk Notes: server restarted', 3000);
  },
};
