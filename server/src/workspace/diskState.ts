/** What is known of the disk: notes as they were read last, and folders as they were listed last. */
import type { NotePath } from '../core/text/path.ts';
import type { DiskNote } from './noteReader.ts';
import type { DirectoryItem } from './ports.ts';

export type Listing = readonly DirectoryItem[] | 'missing';

/** News of the disk. `undefined`: the note went away; the folder is no longer known. */
export interface DiskChanges {
  readonly notes: Map<NotePath, DiskNote | undefined>;
  readonly folders: Map<NotePath, Listing | undefined>;
}

/** No news yet. */
export function noChanges(): DiskChanges {
  return { notes: new Map(), folders: new Map() };
}

export class DiskState {
  readonly #notes = new Map<NotePath, DiskNote>();
  readonly #folders = new Map<NotePath, Listing>();

  note(path: NotePath): DiskNote | undefined {
    return this.#notes.get(path);
  }

  /** Paths of all notes that were read. */
  notePaths(): Iterable<NotePath> {
    return this.#notes.keys();
  }

  listing(folder: NotePath): Listing | undefined {
    return this.#folders.get(folder);
  }

  /** Paths of all folders that were listed, or found missing. */
  folderPaths(): Iterable<NotePath> {
    return this.#folders.keys();
  }

  /** Takes news in; returns those folders whose listing is another now. */
  apply(changes: DiskChanges): Map<NotePath, Listing | undefined> {
    for (const [path, note] of changes.notes) {
      setOrDelete(this.#notes, path, note);
    }
    const differing = new Map<NotePath, Listing | undefined>();
    for (const [path, listing] of changes.folders) {
      if (!sameListing(this.#folders.get(path), listing)) {
        differing.set(path, listing);
        setOrDelete(this.#folders, path, listing);
      }
    }
    return differing;
  }
}

function setOrDelete<V>(map: Map<NotePath, V>, path: NotePath, value: V | undefined): void {
  if (value === undefined) {
    map.delete(path);
  } else {
    map.set(path, value);
  }
}

function sameListing(a: Listing | undefined, b: Listing | undefined): boolean {
  if (a === undefined || b === undefined || a === 'missing' || b === 'missing') {
    return a === b;
  }
  return a.length === b.length && a.every((item, at) => item.name === b[at]?.name && item.kind === b[at]?.kind);
}
