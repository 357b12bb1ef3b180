/** The folder from which paths with a leading slash start, found without running Sphinx. */
import { dirname, type NotePath } from '../text/path.ts';
import type { Snapshot } from './snapshot.ts';
import { workspaceRoot } from './workspaceRoot.ts';

export interface SourceRoot {
  readonly root: NotePath;
  /** A folder that has to be listed before the answer is certain. */
  readonly unknown?: NotePath;
}

/**
 * The nearest folder with a `conf.py`; else the one with an `index.rst` that is highest up, inside of the workspace
 * folder; else the workspace folder; else the note's own folder.
 */
export function sourceRoot(snapshot: Snapshot, path: NotePath): NotePath {
  return findSourceRoot(snapshot, path).root;
}

/** As `sourceRoot`, and whether that is certain. */
export function findSourceRoot(snapshot: Snapshot, path: NotePath): SourceRoot {
  const top = workspaceRoot(snapshot.roots, path) ?? dirname(path);
  let unknown: NotePath | undefined;
  let indexed: NotePath | undefined;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const names = snapshot.files.namesIn(folder);
    if (names?.get('conf.py') === 'file') {
      return unknown === undefined ? { root: folder } : { root: folder, unknown };
    }
    if (names?.get('index.rst') === 'file' || snapshot.notes.get(inFolder(folder, 'index.rst')) !== undefined) {
      indexed = folder;
    }
    unknown ??= names === undefined ? folder : undefined;
    if (folder === top || folder === dirname(folder)) {
      const root = indexed ?? top;
      return unknown === undefined ? { root } : { root, unknown };
    }
  }
}

function inFolder(folder: NotePath, name: string): NotePath {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
