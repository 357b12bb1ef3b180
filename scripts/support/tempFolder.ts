import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { onShutdown } from './shutdown.ts';

/** A folder that lives as long as a run. */
export interface TempFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Makes an empty temporary folder, under its real name: VS Code resolves symbolic links, and paths are compared. */
export async function makeTempFolder(): Promise<TempFolder> {
  const path = await mkdtemp(join(await realpath(tmpdir()), 'talk-notes-'));
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 5 });
  const forget = onShutdown(remove);
  return {
    path,
    remove: () => {
      forget();
      return remove();
    },
  };
}

/** Copies a workspace into a temporary folder, so that a test may change it; gives the copy's path. */
export async function copyWorkspace(workspace: string, into: TempFolder): Promise<string> {
  const copy = join(into.path, basename(workspace));
  await cp(workspace, copy, { recursive: true });
  return copy;
}
