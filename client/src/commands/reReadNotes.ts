import { window } from 'vscode';
import type { Command } from './command.ts';

/** Reads all notes anew, for when the views do not show what is on the disk. A new server is the surest way to that. */
export const reReadNotes: Command = {
  id: 'talkNotes.reReadNotes',
  async run({ client }) {
    await window.withProgress({ location: { viewId: 'talkNotes.talks' } }, async () => {
      await client.restart();
      await client.indexReady();
    });
  },
};
