/**
 * Finds out what a batch of file events did to the notes. Events only say where to look; what is there is read from
 * exact-case listings, so that a rename of case only, or a folder that moved, comes out right on every system.
 */
import { basename, dirname, isInside, type NotePath } from '../core/text/path.ts';
import type { DiskChanges, DiskState, Listing } from './diskState.ts';
import type { FileEvent } from './eventBurst.ts';
import type { DirectoryItem } from './ports.ts';
import { listFolder, type ScanParts, type ScanTarget, scan } from './scan.ts';

export interface EventParts extends ScanParts {
  readonly disk: DiskState;
  /** Notes that are open in the editor, whose disk copies do not matter until they are closed. */
  isOpen(path: NotePath): boolean;
}

/** Reads what the events touched into `changes`, each folder and each note once. */
export async function readEvents(parts: EventParts, events: readonly FileEvent[], changes: DiskChanges): Promise<void> {
  const reader = new EventReader(parts, changes);
  for (const event of events) {
    await reader.read(event);
    if (parts.slices.isOver()) {
      await parts.slices.rest();
    }
  }
}

class EventReader {
  readonly #parts: EventParts;
  readonly #changes: DiskChanges;
  readonly #target: ScanTarget;
  /** Folders whose notes were all read in this batch. */
  readonly #scanned = new Set<NotePath>();

  constructor(parts: EventParts, changes: DiskChanges) {
    this.#parts = parts;
    this.#changes = changes;
    this.#target = {
      folder: (path, items) => changes.folders.set(path, items),
      note: async (path) => {
        await this.#readNote(path);
        return true;
      },
      progress: () => {},
    };
  }

  async read(event: FileEvent): Promise<void> {
    const { path } = event;
    const known = this.#item(path);
    const item = event.type === 'changed' && known?.kind === 'file' ? known : await this.#lookAt(path);
    if (item === undefined || this.#hasOtherKind(path, item)) {
      this.#gone(path);
    }
    if (item?.kind === 'file') {
      await this.#fileAt(path);
    } else if (item?.kind === 'folder' && !item.link && event.type !== 'changed') {
      await this.#folderAt(path);
    }
  }

  async #scan(top: NotePath): Promise<void> {
    const folder: ScanTarget['folder'] = (path, items) => {
      this.#scanned.add(path);
      this.#target.folder(path, items);
    };
    await scan(this.#parts, [top], { ...this.#target, folder }, { cancelled: false });
  }

  /** What the parent folder says of `path`, listed anew once in this batch. */
  async #lookAt(path: NotePath): Promise<DirectoryItem | undefined> {
    if (this.#parts.exclusion.rootOf(path) === path) {
      return this.#lookAtRoot(path);
    }
    const folder = dirname(path);
    if (!this.#changes.folders.has(folder)) {
      await this.#relist(folder);
    }
    return this.#item(path);
  }

  /** The folder around a workspace folder is none of ours, so that only its own listing tells whether it is there. */
  async #lookAtRoot(root: NotePath): Promise<DirectoryItem | undefined> {
    if (!this.#changes.folders.has(root)) {
      await listFolder(this.#parts, root, this.#target);
    }
    const listing = this.#changes.folders.has(root) ? this.#changes.folders.get(root) : this.#parts.disk.listing(root);
    return listing === undefined || listing === 'missing' ? undefined : { name: basename(root), kind: 'folder' };
  }

  async #relist(folder: NotePath): Promise<void> {
    const { disk, exclusion } = this.#parts;
    const listed = disk.listing(folder) !== undefined;
    if (!listed && exclusion.isIncludedFolder(folder)) {
      // A folder that came with its content: perhaps there are events for some of it only.
      const top = this.#newestAncestor(folder);
      await this.#scan(top);
      await this.#relistKnown(dirname(top));
      return;
    }
    if (listed) {
      await this.#relistKnown(folder);
    }
  }

  async #relistKnown(folder: NotePath): Promise<void> {
    const { disk, exclusion } = this.#parts;
    if (disk.listing(folder) === undefined || this.#changes.folders.has(folder)) {
      return;
    }
    await listFolder(this.#parts, folder, this.#target);
    if (this.#changes.folders.get(folder) === 'missing') {
      this.#gone(folder);
      if (exclusion.rootOf(folder) !== folder) {
        await this.#relistKnown(dirname(folder));
      }
    }
  }

  /** The outermost folder around `folder`, or itself, that was never listed. */
  #newestAncestor(folder: NotePath): NotePath {
    const { disk, exclusion } = this.#parts;
    const root = exclusion.rootOf(folder);
    let top = folder;
    while (top !== root && disk.listing(dirname(top)) === undefined) {
      top = dirname(top);
    }
    return top;
  }

  /** A file where a folder was, or the other way round. */
  #hasOtherKind(path: NotePath, item: DirectoryItem): boolean {
    const { disk } = this.#parts;
    return item.kind === 'file' ? disk.listing(path) !== undefined : disk.note(path) !== undefined;
  }

  async #fileAt(path: NotePath): Promise<void> {
    if (this.#parts.exclusion.isIncludedNote(path)) {
      await this.#readNote(path);
    } else if (this.#parts.disk.note(path) !== undefined) {
      this.#changes.notes.set(path, undefined);
    }
  }

  async #folderAt(path: NotePath): Promise<void> {
    const { exclusion } = this.#parts;
    if (this.#scanned.has(path)) {
      return;
    }
    exclusion.forget(path);
    if (exclusion.isIncludedFolder(path)) {
      await this.#scan(path);
    }
    this.#dropUnseen(path);
  }

  /** What was known of a folder that may be another one now of the same name, and was not found again. */
  #dropUnseen(path: NotePath): void {
    const { disk, exclusion, isOpen } = this.#parts;
    if (disk.listing(path) === undefined) {
      return;
    }
    for (const note of disk.notePaths()) {
      if (isInside(note, path) && !this.#changes.notes.has(note) && !isOpen(note)) {
        this.#changes.notes.set(note, undefined);
      }
    }
    for (const folder of disk.folderPaths()) {
      if (isInside(folder, path) && !this.#changes.folders.has(folder)) {
        this.#changes.folders.set(folder, undefined);
        exclusion.forget(folder);
      }
    }
  }

  async #readNote(path: NotePath): Promise<void> {
    const { reader, disk } = this.#parts;
    if (this.#changes.notes.get(path) === undefined && !this.#parts.isOpen(path)) {
      this.#changes.notes.set(path, await reader.readNote(path, disk.note(path)));
    }
  }

  /** Drops a note, or a folder with everything that was known below it. */
  #gone(path: NotePath): void {
    const { disk, exclusion } = this.#parts;
    if (disk.note(path) !== undefined) {
      this.#changes.notes.set(path, undefined);
    }
    if (disk.listing(path) === undefined) {
      return;
    }
    for (const folder of disk.folderPaths()) {
      if (isInside(folder, path)) {
        this.#changes.folders.set(folder, folder === path ? 'missing' : undefined);
        exclusion.forget(folder);
      }
    }
    for (const note of disk.notePaths()) {
      if (isInside(note, path)) {
        this.#changes.notes.set(note, undefined);
      }
    }
  }

  #item(path: NotePath): DirectoryItem | undefined {
    const folder = dirname(path);
    const fresh: Listing | undefined = this.#changes.folders.get(folder);
    const listing = this.#changes.folders.has(folder) ? fresh : this.#parts.disk.listing(folder);
    const name = basename(path);
    return listing === 'missing' ? undefined : listing?.find((item) => item.name === name);
  }
}
