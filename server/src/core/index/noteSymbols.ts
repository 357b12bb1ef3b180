/**
 * What a note defines and what it wants, without positions. An edit that leaves these alone cannot change what is
 * found in any other note.
 */
import type { Anchor } from '../model/anchor.ts';
import type { LinkTarget, PathTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { dirname, join, type NotePath } from '../text/path.ts';
import { percentDecoded } from './percentDecoded.ts';

export interface NoteSymbols {
  /** Labels that other notes can name, and `[citations]`. */
  readonly labels: ReadonlySet<string>;
  /** Names that a fragment can name. */
  readonly fragments: ReadonlySet<string>;
  /** Keys of what it wants; see `wantKeys`. */
  readonly wants: ReadonlySet<string>;
}

/** The key of a label, or of a citation, that a note wants. */
export function labelKey(name: string): string {
  return `:${name}`;
}

/** The key under which paths to a file or folder of this name are kept: without suffix and in folded case. */
export function nameKey(name: string): string {
  const dot = name.lastIndexOf('.');
  return `/${(dot > 0 ? name.slice(0, dot) : name).toLowerCase()}`;
}

/** The key of notes that look for something right in `folder`, however that is written. */
export function folderKey(folder: NotePath): string {
  return `>${folder.toLowerCase()}`;
}

/** The key of notes that have paths starting at the source root. */
export const ABSOLUTE_KEY = '//';

/** Reads the symbols of `note`, which is at `path`. */
export function symbolsOf(note: Note, path: NotePath): NoteSymbols {
  const labels = new Set<string>();
  const fragments = new Set<string>();
  const wants = new Set<string>();
  for (const heading of note.headings) {
    for (const name of heading.names) {
      fragments.add(name);
    }
  }
  for (const anchor of note.anchors) {
    const label = labelOf(anchor);
    if (label !== undefined) {
      labels.add(label);
    }
    if (anchor.name !== '') {
      fragments.add(anchor.name);
    }
    if (anchor.value !== undefined) {
      addWants(wants, path, anchor.value);
    }
  }
  for (const link of note.links) {
    addWants(wants, path, link.target);
  }
  return { labels, fragments, wants };
}

/** The label by which other notes can name this anchor, if they can; a citation's stands in brackets. */
export function labelOf(anchor: Anchor): string | undefined {
  if (anchor.kind === 'citation') {
    return `[${anchor.name}]`;
  }
  const isPlace = anchor.kind === 'explicit' || anchor.kind === 'inline' || anchor.kind === 'name-option';
  return isPlace && anchor.value === undefined && anchor.name !== '' ? anchor.name : undefined;
}

/** Whether two sets hold the same names. */
export function sameNames(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) {
    return false;
  }
  for (const name of a) {
    if (!b.has(name)) {
      return false;
    }
  }
  return true;
}

function addWants(wants: Set<string>, from: NotePath, target: LinkTarget): void {
  if (target.type === 'label') {
    wants.add(labelKey(target.name));
  } else if (target.type === 'local' && target.space === 'citation') {
    wants.add(labelKey(`[${target.name}]`));
  } else if (target.type === 'path') {
    addPathWants(wants, from, target);
  }
}

function addPathWants(wants: Set<string>, from: NotePath, target: PathTarget): void {
  if (target.path === '' || target.glob) {
    return;
  }
  addWantedPath(wants, from, target.path);
  const decoded = percentDecoded(target.path);
  if (decoded !== target.path) {
    addWantedPath(wants, from, decoded);
  }
}

function addWantedPath(wants: Set<string>, from: NotePath, path: string): void {
  wants.add(path.startsWith('/') ? ABSOLUTE_KEY : folderKey(dirname(join(dirname(from), path))));
  for (let start = 0; start < path.length; ) {
    const slash = path.indexOf('/', start);
    const end = slash < 0 ? path.length : slash;
    addWantedName(wants, path.slice(start, end));
    start = end + 1;
  }
}

function addWantedName(wants: Set<string>, name: string): void {
  if (name === '' || name === '.' || name === '..') {
    return;
  }
  wants.add(nameKey(name));
  if (name.includes('.')) {
    // A document name may hold a dot that is no suffix: `release-1.2`.
    wants.add(`/${name.toLowerCase()}`);
  }
}
