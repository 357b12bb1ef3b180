/** The snapshot of this moment, and how it becomes the next one. */
import { FolderFacts } from '../core/index/folderFacts.ts';
import { type NoteChange, type NoteEntry, NoteIndex } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Listing } from './diskState.ts';
import type { WorkspaceChange } from './workspaceParts.ts';

interface SnapshotsParts {
  /** What the index is to hold at a path by now. */
  entryFor(path: NotePath): NoteEntry | undefined;
  isOpen(path: NotePath): boolean;
  didChange(change: WorkspaceChange): void;
}

export class Snapshots {
  readonly #parts: SnapshotsParts;
  #current: Snapshot = { notes: NoteIndex.empty, files: FolderFacts.empty, roots: [] };

  constructor(parts: SnapshotsParts) {
    this.#parts = parts;
  }

  get current(): Snapshot {
    return this.#current;
  }

  setRoots(roots: readonly NotePath[]): void {
    this.#current = { ...this.#current, roots };
  }

  /** Brings the index in line with what is open and on disk at `paths`, and tells what became of it. */
  update(paths: Iterable<NotePath>, folders: ReadonlyMap<NotePath, Listing | undefined>): void {
    const before = this.#current;
    const changed = new Set<NotePath>();
    const noteChanges: NoteChange[] = [];
    for (const path of paths) {
      const entry = this.#parts.entryFor(path);
      if (entry !== before.notes.get(path)) {
        noteChanges.push({ path, entry });
        changed.add(path);
      } else if (entry === undefined && this.#parts.isOpen(path)) {
        changed.add(path);
      }
    }
    if (changed.size === 0 && folders.size === 0) {
      return;
    }
    this.#current = {
      notes: noteChanges.length === 0 ? before.notes : before.notes.with(noteChanges),
      files: folders.size === 0 ? before.files : before.files.with(folders),
      roots: before.roots,
    };
    this.#parts.didChange({ before, after: this.#current, notes: changed, folders: new Set(folders.keys()) });
  }
}
