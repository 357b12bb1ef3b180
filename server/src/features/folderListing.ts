/** The folders of a workspace that hold notes, a level at a time. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { workspaceRoot } from '../core/index/workspaceRoot.ts';
import { basename, dirname, isInside, type NotePath } from '../core/text/path.ts';
import { compareText } from './compareText.ts';
import { noteTitle } from './sections.ts';

export interface FolderListing {
  readonly folders: readonly NotePath[];
  readonly notes: readonly NoteEntry[];
}

/** What the top of the tree shows: the only workspace folder's content, or else each folder that notes are in. */
export function topListing(snapshot: Snapshot): FolderListing {
  const tops = new Set<NotePath>();
  for (const { path } of snapshot.notes.entries()) {
    tops.add(topFolder(snapshot, path));
  }
  const [only] = tops;
  return tops.size === 1 && only !== undefined
    ? listFolder(snapshot, only)
    : { folders: [...tops].sort(compareText), notes: [] };
}

/** Folders with notes somewhere below, and notes, that lie directly in `folder`. */
export function listFolder(snapshot: Snapshot, folder: NotePath): FolderListing {
  const folders = new Set<NotePath>();
  const notes: NoteEntry[] = [];
  const start = folder.endsWith('/') ? folder.length : folder.length + 1;
  for (const entry of snapshot.notes.entries()) {
    if (!isInside(entry.path, folder)) {
      continue;
    }
    const slash = entry.path.indexOf('/', start);
    if (slash < 0) {
      notes.push(entry);
    } else {
      folders.add(entry.path.slice(0, slash));
    }
  }
  notes.sort((a, b) => compareText(titleOf(a), titleOf(b)) || compareText(a.path, b.path));
  return { folders: [...folders].sort(compareText), notes };
}

/** Folders from the top of the tree down to the one that the note at `path` lies in, as rows of the tree. */
export function foldersAbove(snapshot: Snapshot, path: NotePath): readonly NotePath[] {
  const top = topFolder(snapshot, path);
  const folders: NotePath[] = [];
  for (let folder = dirname(path); folder !== top; folder = dirname(folder)) {
    folders.unshift(folder);
  }
  return topListing(snapshot).folders.includes(top) ? [top, ...folders] : folders;
}

/** The folder that stands at the top of the tree for a note: its workspace folder, else its own. */
function topFolder(snapshot: Snapshot, path: NotePath): NotePath {
  return workspaceRoot(snapshot.roots, path) ?? dirname(path);
}

function titleOf({ note, path }: NoteEntry): string {
  return noteTitle(note, basename(path));
}
