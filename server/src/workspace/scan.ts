/**
 * Walks folders and reads the notes in them, in slices between which requests are answered. Every folder's listing is
 * passed on as well: it is what later tells whether a link's file exists, in its exact case.
 */
import { dialectFor } from '../core/dialects/registry.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Exclusion } from './exclusion.ts';
import { childOf } from './notePath.ts';
import type { NoteReader } from './noteReader.ts';
import type { DirectoryItem, FileSystem, Logger } from './ports.ts';
import type { Slices } from './slices.ts';

export interface ScanParts {
  readonly fileSystem: FileSystem;
  readonly exclusion: Exclusion;
  readonly reader: NoteReader;
  readonly logger: Logger;
  readonly slices: Slices;
}

/** Where a scan puts what it finds. */
export interface ScanTarget {
  /** A folder's listing, sorted by name; also of folders that turn out to be excluded by what is in them. */
  folder(path: NotePath, items: readonly DirectoryItem[] | 'missing'): void;
  /** An included note's file. `false` ends the scan. */
  note(path: NotePath): Promise<boolean>;
  /** Called between slices. */
  progress(): void;
}

/** Set `cancelled` to end a scan at the next slice. */
export interface ScanToken {
  cancelled: boolean;
}

export type ScanEnd = 'done' | 'cancelled' | 'stopped';

/** Scans each of `starts` with all that is included below it; other workspace folders in there are left alone. */
export async function scan(
  parts: ScanParts,
  starts: readonly NotePath[],
  target: ScanTarget,
  token: ScanToken,
): Promise<ScanEnd> {
  try {
    return await walk(parts, starts, target, token);
  } finally {
    parts.fileSystem.forget?.();
  }
}

async function walk(
  parts: ScanParts,
  starts: readonly NotePath[],
  target: ScanTarget,
  token: ScanToken,
): Promise<ScanEnd> {
  const { exclusion, fileSystem } = parts;
  for (const root of starts.filter((start) => exclusion.rootOf(start) === start)) {
    exclusion.learnRealPath(root, await fileSystem.realPath?.(root));
  }
  const waiting = [...starts].reverse();
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const items = await listFolder(parts, folder, target);
    const found = items === undefined ? { notes: [], folders: [] } : sortOut(exclusion, folder, items);
    fileSystem.expect?.(found.notes, found.folders);
    waiting.push(...found.folders.reverse());
    for (const note of found.notes) {
      if (token.cancelled) {
        return 'cancelled';
      }
      if (!(await target.note(note))) {
        return 'stopped';
      }
      await restIfOver(parts.slices, target);
    }
    await restIfOver(parts.slices, target);
    if (token.cancelled) {
      return 'cancelled';
    }
  }
  return 'done';
}

/**
 * Lists one folder and lets the exclusion rule learn of it.
 * `undefined` where it cannot be listed, or is excluded by what it holds.
 */
export async function listFolder(
  parts: Pick<ScanParts, 'fileSystem' | 'exclusion' | 'reader' | 'logger'>,
  folder: NotePath,
  target: Pick<ScanTarget, 'folder'>,
): Promise<readonly DirectoryItem[] | undefined> {
  const { exclusion, reader } = parts;
  const items = await readDirectory(parts, folder);
  if (typeof items === 'string') {
    if (items === 'missing') {
      target.folder(folder, 'missing');
    }
    return undefined;
  }
  const ignoreFile = items.some((item) => item.name === '.gitignore' && item.kind === 'file');
  exclusion.learn(folder, items, ignoreFile ? await reader.readText(childOf(folder, '.gitignore')) : undefined);
  target.folder(folder, items);
  return exclusion.excludes(folder, 'folder') ? undefined : items;
}

/** A folder's items sorted by name, so that every machine finds notes in the same order. */
export async function readDirectory(
  parts: Pick<ScanParts, 'fileSystem' | 'logger'>,
  folder: NotePath,
): Promise<readonly DirectoryItem[] | 'missing' | 'unreadable'> {
  const reply = parts.fileSystem.readDirectory(folder);
  const items = reply instanceof Promise ? await reply : reply;
  if (items === 'unreadable') {
    parts.logger.warn(`The folder ${folder} cannot be listed; it is skipped.`);
  }
  return typeof items === 'string' ? items : [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sortOut(
  exclusion: Exclusion,
  folder: NotePath,
  items: readonly DirectoryItem[],
): { notes: NotePath[]; folders: NotePath[] } {
  const notes: NotePath[] = [];
  const folders: NotePath[] = [];
  for (const item of items) {
    const path = childOf(folder, item.name);
    if (item.kind === 'folder') {
      // What excluded it by lying in it may be gone.
      exclusion.forget(path);
      // A workspace folder inside of another is scanned on its own account.
      if (exclusion.rootOf(path) !== path && !exclusion.excludes(path, 'folder')) {
        folders.push(path);
      }
    } else if (dialectFor(path) !== undefined && !exclusion.excludes(path, 'file')) {
      notes.push(path);
    }
  }
  return { notes, folders };
}

async function restIfOver(slices: Slices, target: ScanTarget): Promise<void> {
  if (slices.isOver()) {
    target.progress();
    await slices.rest();
  }
}
