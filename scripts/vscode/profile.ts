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
  'window.dialogStyle': 'custom',
  'workbench.list.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
};

/** Makes the profile kept in `folder`. Settings that it already has are left as they are: they are the person's. */
export async function makeProfile(folder: string, settings: Settings): Promise<Profile> {
  const userData = join(folder, 'user-data');
  const userFolder = join(userData, 'User');
  await mkdir(userFolder, { recursive: true });
  const settingsFile = join(userFolder, 'settings.json');
  if (!existsSync(settingsFile)) await writeFile(settingsFile, `${JSON.stringify(settings, undefined, 2)}\n`);
  return {
    serverData: join(folder, 'server-data'),
    userData,
    extensions: join(folder, 'extensions'),
    serverLog: join(folder, 'server.log'),
  };
}
