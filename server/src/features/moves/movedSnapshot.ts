/** The workspace as it will be after files and folders have moved, with the texts of before. */
import type { FolderItem, FolderListing } from '../../core/index/folderFacts.ts';
import type { NoteChange } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { basename, dirname, type NotePath } from '../../core/text/path.ts';
import { type Move, movedPath } from './movedPaths.ts';

/** `snapshot` after `moves`. Folders that were not listed stay unknown. */
export function movedSnapshot(snapshot: Snapshot, moves: readonly Move[]): Snapshot {
  const changes: NoteChange[] = [];
  for (const entry of snapshot.notes.entries()) {
    const path = movedPath(moves, entry.path);
    if (path !== entry.path) {
      changes.push({ path: entry.path, entry: undefined }, { path, entry: { ...entry, path } });
    }
  }
  return {
    ...snapshot,
    notes: snapshot.notes.with(inOrder(changes)),
    files: snapshot.files.with(movedListings(snapshot, moves)),
  };
}

/** What goes away first, so that two notes can change places. */
function inOrder(changes: readonly NoteChange[]): readonly NoteChange[] {
  return [...changes.filter(({ entry }) => entry === undefined), ...changes.filter(({ entry }) => entry !== undefined)];
}

function movedListings(snapshot: Snapshot, moves: readonly Move[]): Map<NotePath, FolderListing> {
  const listings = new Map<NotePath, FolderListing>();
  const itemsOf = (folder: NotePath): FolderItem[] | undefined => {
    const changed = listings.get(folder);
    if (Array.isArray(changed)) {
      return [...changed];
    }
    const known = snapshot.files.namesIn(folder);
    return known === undefined ? undefined : [...known].map(([name, kind]) => ({ name, kind }));
  };
  const moved: { readonly to: NotePath; readonly kind: FolderItem['kind'] }[] = [];
  for (const { from, to } of moves) {
    const items = itemsOf(dirname(from));
    const kind = items?.find(({ name }) => name === basename(from))?.kind ?? 'file';
    if (items !== undefined) {
      listings.set(
        dirname(from),
        items.filter(({ name }) => name !== basename(from)),
      );
    }
    moved.push({ to, kind });
    moveFolder(snapshot, listings, from, to);
  }
  for (const { to, kind } of moved) {
    addItem(itemsOf, listings, to, kind);
  }
  return listings;
}

/** The listings of a folder and of all that is known below it. */
function moveFolder(snapshot: Snapshot, listings: Map<NotePath, FolderListing>, from: NotePath, to: NotePath): void {
  const items = snapshot.files.namesIn(from);
  if (items === undefined || items.size === 0) {
    return;
  }
  listings.set(from, listings.get(from) ?? 'missing');
  listings.set(
    to,
    [...items].map(([name, kind]) => ({ name, kind })),
  );
  for (const [name, kind] of items) {
    if (kind === 'folder') {
      moveFolder(snapshot, listings, `${from}/${name}`, `${to}/${name}`);
    }
  }
}

/** Adds a file or folder to its folder's listing, which may be new itself. */
function addItem(
  itemsOf: (folder: NotePath) => FolderItem[] | undefined,
  listings: Map<NotePath, FolderListing>,
  path: NotePath,
  kind: FolderItem['kind'],
): void {
  const folder = dirname(path);
  const known = itemsOf(folder);
  const name = basename(path);
  if (folder === path) {
    return;
  }
  if (known?.some((item) => item.name === name)) {
    return;
  }
  if (known !== undefined) {
    listings.set(folder, [...known, { name, kind }]);
  }
  if (known === undefined || known.length === 0) {
    listings.set(folder, [{ name, kind }]);
    addItem(itemsOf, listings, folder, 'folder');
  }
}
