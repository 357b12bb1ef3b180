/**
 * What a note defines and what it wants, without positions. An edit that leaves these alone cannot change what is
 * found in any other note.
 */
import type { Anchor } from '../model/anchor.ts';
import type { LinkTarget, PathTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import { dirname, join, type NotePath } from '../text/path.ts';
import { percentDecoded } from '../text/percentDecoded.ts';
import { wantedNames } from './noteNames.ts';

export interface NoteSymbols {
  /** Labels that other notes can name, `[citations]` and `{terms}`. */
  readonly labels: ReadonlySet<string>;
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

/** The key of a note, or file, that is wanted by its name; `name` is folded. */
export function noteNameKey(name: string): string {
  return `[${name}`;
}

/** The key of notes that have paths starting at the source root. */
export const ABSOLUTE_KEY = '//';

/** Told of each name, as often as it occurs. */
export interface SymbolVisitor {
  label(name: string): void;
  want(key: string): void;
}

/** Reads the symbols of `note`, which is at `path`. */
export function symbolsOf(note: Note, path: NotePath): NoteSymbols {
  const labels = new Set<string>();
  const wants = new Set<string>();
  visitSymbols(note, path, { label: (name) => labels.add(name), want: (key) => wants.add(key) });
  return { labels, wants };
}

/** Tells `visitor` of the labels that `note`, which is at `path`, defines, and of what it wants. */
export function visitSymbols(note: Note, path: NotePath, visitor: SymbolVisitor): void {
  const paths = new PathWants(visitor, path);
  for (const term of note.terms ?? []) {
    visitor.label(termLabel(term.name));
  }
  for (const anchor of note.anchors) {
    const label = labelOf(anchor);
    if (label !== undefined) {
      visitor.label(label);
    }
    if (anchor.value !== undefined) {
      visitWants(visitor, paths, anchor.value);
    }
  }
  for (const link of note.links) {
    visitWants(visitor, paths, link.target);
  }
}

/** Whether fragments can name the same in two notes. */
export function sameFragments(a: Note, b: Note): boolean {
  const old = fragmentsOf(a);
  const now = fragmentsOf(b);
  // Most edits leave all names alone but for a few in a row: only those are looked up.
  let start = 0;
  const shorter = Math.min(old.length, now.length);
  while (start < shorter && old[start] === now[start]) {
    start++;
  }
  let behind = 0;
  while (behind < shorter - start && old[old.length - 1 - behind] === now[now.length - 1 - behind]) {
    behind++;
  }
  return areAmong(old.slice(start, old.length - behind), now) && areAmong(now.slice(start, now.length - behind), old);
}

/** So many names are looked for one by one; for more a set is made first. */
const FEW = 8;

function areAmong(names: readonly string[], all: readonly string[]): boolean {
  if (names.length <= FEW) {
    return names.every((name) => all.includes(name));
  }
  const set = new Set(all);
  return names.every((name) => set.has(name));
}

/** In document order, as often as they are given. */
function fragmentsOf({ headings, anchors }: Note): readonly string[] {
  const fragments: string[] = [];
  for (const { name, otherNames } of headings) {
    if (name !== undefined) {
      fragments.push(name);
    }
    for (const other of otherNames) {
      fragments.push(other);
    }
  }
  for (const { name, kind } of anchors) {
    if (name !== '' && kind !== 'definition') {
      fragments.push(name);
    }
  }
  return fragments;
}

/** What a term of a glossary is called among labels. */
export function termLabel(name: string): string {
  return `{${name}}`;
}

/** Whether `label` is what `:ref:` can name: no citation, and no term. */
export function isPlainLabel(label: string): boolean {
  return !label.startsWith('[') && !label.startsWith('{');
}

/** What `note` itself has under `label`: the first anchor or term. */
export function labelled(note: Note, label: string): Anchor | undefined {
  return [note.anchors, note.terms ?? []].flatMap(
    (places) => places.find((place) => labelOf(place) === label) ?? [],
  )[0];
}

/** The label by which other notes can name this anchor, if they can; a citation's and a term's stand in brackets. */
export function labelOf(anchor: Pick<Anchor, 'kind' | 'name' | 'value'>): string | undefined {
  if (anchor.kind === 'citation') {
    return `[${anchor.name}]`;
  }
  if (anchor.kind === 'term') {
    return termLabel(anchor.name);
  }
  const isPlace = anchor.kind === 'explicit' || anchor.kind === 'inline' || anchor.kind === 'name-option';
  return isPlace && anchor.value === undefined && anchor.name !== '' ? anchor.name : undefined;
}

function visitWants(visitor: SymbolVisitor, paths: PathWants, target: LinkTarget): void {
  if (target.type === 'label') {
    visitor.want(labelKey(target.name));
  } else if (target.type === 'local' && target.space === 'citation') {
    visitor.want(labelKey(`[${target.name}]`));
  } else if (target.type === 'term') {
    visitor.want(labelKey(termLabel(target.name)));
  } else if (target.type === 'path') {
    paths.visit(target);
  } else if (target.type === 'note-name') {
    for (const name of wantedNames(target.name)) {
      visitor.want(noteNameKey(name));
    }
  }
}

/** What the paths in one note want: many notes link to the same few files again and again. */
class PathWants {
  readonly #visitor: SymbolVisitor;
  readonly #folder: NotePath;
  /** Those that were told of already. */
  #paths: Set<string> | undefined;
  /** What stood in front of the last name. */
  #front: string | undefined;

  constructor(visitor: SymbolVisitor, from: NotePath) {
    this.#visitor = visitor;
    this.#folder = dirname(from);
  }

  visit({ path, glob }: PathTarget): void {
    if (path === '' || glob || !this.#isNew(path)) {
      return;
    }
    this.#visitPath(path);
    const decoded = percentDecoded(path);
    if (decoded !== path) {
      this.#visitPath(decoded);
    }
  }

  /** Tells of the folder that is looked into: once for names in a row that have the same in front. */
  #visitFolder(path: string): void {
    const behind = path.lastIndexOf('/') + 1;
    const front = isNoName(path.slice(behind)) ? undefined : path.slice(0, behind);
    if (front === undefined || front !== this.#front) {
      this.#visitor.want(path.startsWith('/') ? ABSOLUTE_KEY : folderKey(dirname(join(this.#folder, path))));
    }
    this.#front = front;
  }

  /** Whether it was not told of before. */
  #isNew(path: string): boolean {
    this.#paths ??= new Set();
    const { size } = this.#paths;
    return this.#paths.add(path).size > size;
  }

  #visitPath(path: string): void {
    this.#visitFolder(path);
    for (let start = 0; start < path.length; ) {
      const slash = path.indexOf('/', start);
      const end = slash < 0 ? path.length : slash;
      visitWantedName(this.#visitor, path.slice(start, end));
      start = end + 1;
    }
  }
}

function isNoName(name: string): boolean {
  return name === '' || name === '.' || name === '..';
}

function visitWantedName(visitor: SymbolVisitor, name: string): void {
  if (isNoName(name)) {
    return;
  }
  visitor.want(nameKey(name));
  if (name.includes('.')) {
    // A document name may hold a dot that is no suffix: `release-1.2`.
    visitor.want(`/${name.toLowerCase()}`);
  }
}
