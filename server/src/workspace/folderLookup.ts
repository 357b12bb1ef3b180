/** Lists folders because links lead to them, wherever they are: what exists on disk is no broken link. */
import type { NotePath } from '../core/text/path.ts';
import type { DiskState, Listing } from './diskState.ts';
import type { Clock, FileSystem, Logger } from './ports.ts';
import { readDirectory } from './scan.ts';
import { Slices } from './slices.ts';

export interface FolderLookupParts {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly disk: DiskState;
  /** Folders that must be listed for a certain answer about the links of a note. */
  wanted(note: NotePath): readonly NotePath[];
  /** Takes the folders whose listing is new. */
  found(folders: ReadonlyMap<NotePath, Listing | undefined>): void;
}

export class FolderLookup {
  readonly #parts: FolderLookupParts;
  /** Asked for in vain; not asked for again until something happens on disk. */
  readonly #unlistable = new Set<NotePath>();

  constructor(parts: FolderLookupParts) {
    this.#parts = parts;
  }

  /** Lists what the links of `notes` need, until all of them can be judged. */
  async makeCertain(notes: Iterable<NotePath>): Promise<void> {
    let asking = [...notes];
    while (asking.length > 0) {
      const wanted = await this.#wantedBy(asking);
      await this.list(new Set([...wanted.values()].flat()));
      asking = [...wanted.keys()];
    }
  }

  /** Lists `folders`, known or not. */
  async list(folders: Iterable<NotePath>): Promise<void> {
    const found = new Map<NotePath, Listing>();
    for (const folder of folders) {
      const items = await readDirectory(this.#parts, folder);
      if (items === 'unreadable') {
        this.#unlistable.add(folder);
      } else {
        found.set(folder, items);
      }
    }
    this.#parts.found(this.#parts.disk.apply({ notes: new Map(), folders: found }));
  }

  /** Folders that could not be listed may be listable now. */
  retry(): void {
    this.#unlistable.clear();
  }

  async #wantedBy(notes: readonly NotePath[]): Promise<Map<NotePath, readonly NotePath[]>> {
    const slices = new Slices(this.#parts.clock);
    const wanted = new Map<NotePath, readonly NotePath[]>();
    for (const note of notes) {
      const folders = this.#parts.wanted(note).filter((folder) => this.#isUnknown(folder));
      if (folders.length > 0) {
        wanted.set(note, folders);
      }
      if (slices.isOver()) {
        await slices.rest();
      }
    }
    return wanted;
  }

  #isUnknown(folder: NotePath): boolean {
    return this.#parts.disk.listing(folder) === undefined && !this.#unlistable.has(folder);
  }
}
