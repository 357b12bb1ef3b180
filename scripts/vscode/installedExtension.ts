import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from './profile.ts';

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

interface InstalledExtension {
  readonly identifier: { readonly id: string };
}

/**
 * Has a VS Code of this profile find the extension in `folder` among those that are installed, without a copy.
 *
 * A built VS Code in the browser runs an extension from its sources only in its test mode, which among other things
 * shows no notifications. The list is written each time, since VS Code keeps manifests until the list is younger.
 */
export async function installFromFolder(folder: string, profile: Profile): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const list = join(profile.extensions, 'extensions.json');
  const id = `${manifest.publisher}.${manifest.name}`;
  const others = (await readList(list)).filter(({ identifier }) => identifier.id !== id);
  const location = { $mid: 1, scheme: 'file', path: folder };
  const extension = {
    identifier: { id },
    version: manifest.version,
    location,
    metadata: { source: 'vsix', pinned: true },
  };
  await mkdir(profile.extensions, { recursive: true });
  await writeFile(list, JSON.stringify([...others, extension]));
}

async function readList(file: string): Promise<readonly InstalledExtension[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as InstalledExtension[];
  } catch {
    return [];
  }
}
