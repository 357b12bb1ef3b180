/**
 * What is known of the disk, from listings that give names in their exact case. Nothing is known of a folder that was
 * not listed, and nothing is claimed about it.
 */
import { basename, dirname, type NotePath } from '../text/path.ts';
import { LayeredMap } from './layeredMap.ts';
import { foldName } from './noteNames.ts';

export interface FolderItem {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** A folder's items; `missing` where there is no such folder; `undefined` to forget what was known. */
export type FolderListing = readonly FolderItem[] | 'missing' | undefined;

export type FileState =
  | { readonly state: 'file' }
  | { readonly state: 'folder' }
  | { readonly state: 'missing' }
  /** There is something of this name in other letters: `actual`. */
  | { readonly state: 'case-mismatch'; readonly actual: NotePath }
  /** `folder` has to be listed to know more. */
  | { readonly state: 'unknown'; readonly folder: NotePath };

/** Names of one folder, by exact case and by folded case. */
interface Listing {
  readonly kinds: ReadonlyMap<string, FolderItem['kind']>;
  readonly folded: ReadonlyMap<string, string>;
}

const MISSING: FileState = { state: 'missing' };

export class FolderFacts {
  static readonly empty = new FolderFacts(LayeredMap.empty());

  readonly #folders: LayeredMap<Listing | 'missing'>;
  /** Made when somebody asks for it, which few workspaces ever do. */
  #byName: ReadonlyMap<string, readonly NotePath[]> | undefined;

  private constructor(folders: LayeredMap<Listing | 'missing'>) {
    this.#folders = folders;
  }

  /** A copy that knows `listings` too; each replaces what was known of its folder. */
  with(listings: ReadonlyMap<NotePath, FolderListing>): FolderFacts {
    const changes = new Map<NotePath, Listing | 'missing' | undefined>();
    for (const [folder, items] of listings) {
      changes.set(folder, typeof items === 'object' ? listingOf(items) : items);
    }
    return changes.size === 0 ? this : new FolderFacts(this.#folders.with(changes));
  }

  /** What stands at `path`, decided name by name from the nearest folder above that was listed. */
  lookup(path: NotePath): FileState {
    const listing = this.#folders.get(path);
    if (listing !== undefined) {
      return listing === 'missing' ? MISSING : { state: 'folder' };
    }
    const folder = dirname(path);
    if (folder === path) {
      return { state: 'folder' };
    }
    const around = this.#folders.get(folder);
    if (around !== undefined) {
      return lookupIn(around, folder, basename(path));
    }
    return this.#lookupBelow(folder, basename(path));
  }

  /** Names and kinds of a listed folder; empty for one that is missing, `undefined` for one that was not listed. */
  namesIn(folder: NotePath): ReadonlyMap<string, FolderItem['kind']> | undefined {
    const listing = this.#folders.get(folder);
    return listing === 'missing' ? new Map() : listing?.kinds;
  }

  /** Files of this name in any folder that was listed; `name` folded as noteNames.ts does it. */
  filesNamed(name: string): readonly NotePath[] {
    this.#byName ??= this.#readNames();
    return this.#byName.get(name) ?? [];
  }

  #readNames(): ReadonlyMap<string, readonly NotePath[]> {
    const byName = new Map<string, NotePath[]>();
    for (const [folder, listing] of this.#folders.entries()) {
      for (const [name, kind] of listing === 'missing' ? [] : listing.kinds) {
        if (kind === 'file') {
          const folded = foldName(name);
          const paths = byName.get(folded);
          const path = inFolder(folder, name);
          paths === undefined ? byName.set(folded, [path]) : paths.push(path);
        }
      }
    }
    return byName;
  }

  /** `folder` itself was not listed: does what is above it say whether it is there? */
  #lookupBelow(folder: NotePath, name: string): FileState {
    if (!this.#hasListedAncestor(folder)) {
      return { state: 'unknown', folder };
    }
    const state = this.lookup(folder);
    if (state.state === 'folder') {
      return { state: 'unknown', folder };
    }
    if (state.state !== 'case-mismatch') {
      return state.state === 'file' ? MISSING : state;
    }
    const actual = this.lookup(`${state.actual}/${name}`);
    return actual.state === 'file' || actual.state === 'folder'
      ? { state: 'case-mismatch', actual: `${state.actual}/${name}` }
      : actual;
  }

  #hasListedAncestor(folder: NotePath): boolean {
    for (let at = folder; ; at = dirname(at)) {
      if (this.#folders.get(at) !== undefined) {
        return true;
      }
      if (at === dirname(at)) {
        return false;
      }
    }
  }
}

function listingOf(items: readonly FolderItem[]): Listing {
  const kinds = new Map<string, FolderItem['kind']>();
  const folded = new Map<string, string>();
  for (const { name, kind } of items) {
    kinds.set(name, kind);
    folded.set(name.toLowerCase(), name);
  }
  return { kinds, folded };
}

function lookupIn(listing: Listing | 'missing', folder: NotePath, name: string): FileState {
  if (listing === 'missing') {
    return MISSING;
  }
  const kind = listing.kinds.get(name);
  if (kind !== undefined) {
    return { state: kind };
  }
  const actual = listing.folded.get(name.toLowerCase());
  return actual === undefined ? MISSING : { state: 'case-mismatch', actual: inFolder(folder, actual) };
}

function inFolder(folder: NotePath, name: string): NotePath {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}
