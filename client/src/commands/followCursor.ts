import { ConfigurationTarget, workspace } from 'vscode';
import type { Command } from './command.ts';

export const followCursor: Command = { id: 'talkNotes.followCursor', run: () => setFollowing(true) };

export const stopFollowingCursor: Command = { id: 'talkNotes.stopFollowingCursor', run: () => setFollowing(false) };

async function setFollowing(following: boolean): Promise<void> {
  const settings = workspace.getConfiguration('talkNotes.talks');
  const ofWorkspace = settings.inspect('followCursor')?.workspaceValue;
  // A value that the workspace has set would win over the user's, so it is that one which has to change.
  const target = ofWorkspace === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update('followCursor', following, target);
}
