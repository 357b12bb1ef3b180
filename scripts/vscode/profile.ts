import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** User settings of VS Code. */
export type Settings = Readonly<Record<string, unknown>>;

/** Where one VS Code keeps what it remembers. */
export interface Profile {
  readonly serverData: string;
  readonly userData: string;
  readonly extensions: string;
  readonly serverLog: string;
}

/** A quiet VS Code: nothing but the notes and this extension. */
export const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** As {@link quietSettings}, and nothing that moves: for tests and their screenshots. */
export const testSettings: Settings = {
  ...quietSettings,
  'editor.cursorBlinking': 'solid',
  'editor.cursorSmoothCaretAnimation': 'off',
  'editor.smoothScrolling': false,
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  // No question about web links in the middle of a test.
  'talkNotes.links.web.check': 'never',
  'window.dialogStyle': 'custom',
  'workbench.list.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
};

/** Makes the profile kept in `folder`. Settings that it already has are left as they are: they are the person's. */
export async function makeProfile(folder: string, settings: Settings): Promise<Profile> {
  const userData = join(folder, 'user-data');
  const userFolder = join(userData, 'User');
  await writeSettings(userFolder, settings);
  // Where VS Code runs as a server, it takes settings of machine scope from here only.
  await writeSettings(join(userData, 'Machine'), settings);
  return {
    serverData: join(folder, 'server-data'),
    userData,
    extensions: join(folder, 'extensions'),
    serverLog: join(folder, 'server.log'),
  };
}

async function writeSettings(folder: string, settings: Settings): Promise<void> {
  const file = join(folder, 'settings.json');
  await mkdir(folder, { recursive: true });
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify(settings, undefined, 2)}\n`);
}
