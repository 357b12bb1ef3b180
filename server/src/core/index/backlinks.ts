/**
 * Who links to what. Goes from a name to the notes that want it, by the keys of noteSymbols.ts; never over all links of
 * all notes, except for addresses, which nobody keeps keys of.
 */
import type { Note } from '../model/note.ts';
import { basename, dirname, extname, type NotePath } from '../text/path.ts';
import { percentDecoded } from '../text/percentDecoded.ts';
import { type Definition, definitionsOf, filesOf, sameDefinition } from './definition.ts';
import { foldName, namesOf, wantedNames } from './noteNames.ts';
import { ABSOLUTE_KEY, folderKey, labelKey, labelOf, nameKey, noteNameKey, termLabel } from './noteSymbols.ts';
import type { Snapshot } from './snapshot.ts';
import { type TargetUse, targetUses } from './targetUses.ts';

/** A place that names something. */
export interface PlacedUse extends TargetUse {
  /** The note that it stands in. */
  readonly path: NotePath;
}

/**
 * Every link and value in any note that names one of `definitions`, by path and place. For a name, uses of that very
 * name: those of a title do not include uses of the labels above it, see `placeGroups`. For a file, every link to it or to
 * a place in it.
 */
export function usesOf(snapshot: Snapshot, definitions: readonly Definition[]): readonly PlacedUse[] {
  return sorted(definitions.flatMap((definition) => usesOfOne(snapshot, definition)));
}

/** Every link in other notes that leads to the note at `path` or to a place in it, by path and place. */
export function linksInto(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  const found = [...usesOfFile(snapshot, path), ...usesOfLabels(snapshot, path)];
  return sorted(found.filter((use) => use.path !== path));
}

function usesOfOne(snapshot: Snapshot, definition: Definition): readonly PlacedUse[] {
  switch (definition.type) {
    case 'url':
      return usesOfUrl(snapshot, definition.url);
    case 'file':
      return usesOfFile(snapshot, definition.path);
    default:
      return usesOfName(snapshot, definition);
  }
}

function usesOfUrl(snapshot: Snapshot, url: string): readonly PlacedUse[] {
  const found: PlacedUse[] = [];
  for (const { path, note } of snapshot.notes.entries()) {
    const isUsed =
      note.links.some(({ target }) => target.type === 'url' && target.url === url) ||
      note.anchors.some(({ value }) => value?.type === 'url' && value.url === url);
    if (isUsed) {
      found.push(...placedUses(path, note).filter(({ target }) => target.type === 'url' && target.url === url));
    }
  }
  return found;
}

function usesOfFile(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  return candidatesForFile(snapshot, path).filter((use) => filesOf(snapshot, use.path, use.target).includes(path));
}

function usesOfName(
  snapshot: Snapshot,
  definition: Extract<Definition, { type: 'anchor' | 'heading' }>,
): readonly PlacedUse[] {
  const { path } = definition;
  const note = snapshot.notes.get(path)?.note;
  const own = note === undefined ? [] : placedUses(path, note).filter(({ target }) => target.type !== 'url');
  const label = definition.type === 'anchor' ? labelOf(definition.anchor) : undefined;
  const others = [
    ...(label === undefined ? [] : candidatesForLabel(snapshot, label)),
    ...candidatesForFile(snapshot, path).filter(({ target }) => 'fragment' in target),
  ];
  return [...own, ...others.filter((use) => use.path !== path)].filter(({ path: from, target }) =>
    definitionsOf(snapshot, from, target).some((each) => sameDefinition(each, definition)),
  );
}

/** Uses of all labels and citations that the note at `path` defines, as far as they mean those. */
function usesOfLabels(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  const labels = snapshot.notes.symbols(path)?.labels ?? [];
  return [...labels].flatMap((label) =>
    candidatesForLabel(snapshot, label).filter((use) =>
      definitionsOf(snapshot, use.path, use.target).some((each) => each.type === 'anchor' && each.path === path),
    ),
  );
}

/** Links by that label, or to that citation in brackets. */
function candidatesForLabel(snapshot: Snapshot, label: string): readonly PlacedUse[] {
  return usesIn(snapshot, snapshot.notes.wanters(labelKey(label)), ({ target }) =>
    target.type === 'label' || target.type === 'term'
      ? (target.type === 'term' ? termLabel(target.name) : target.name) === label
      : target.type === 'local' && target.space === 'citation' && `[${target.name}]` === label,
  );
}

/** Links that may lead to the note or file at `path`. */
function candidatesForFile(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  return [...pathCandidatesFor(snapshot, path), ...nameCandidatesFor(snapshot, path)];
}

/** Paths whose last part has the name, in notes that look for something in the folder, or from the source root. */
function pathCandidatesFor(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  const { notes } = snapshot;
  const near = new Set([...notes.wanters(folderKey(dirname(path))), ...notes.wanters(ABSOLUTE_KEY)]);
  if (snapshot.files.lookup(path).state === 'folder') {
    // `../` says no name.
    return usesIn(snapshot, near, ({ target }) => target.type === 'path');
  }
  const name = basename(path);
  const keys = new Set([nameKey(name), `/${name.toLowerCase()}`]);
  const named = new Set([...keys].flatMap((key) => notes.wanters(key)));
  const both = [...named].filter((each) => near.has(each));
  return usesIn(snapshot, both, ({ target }) => target.type === 'path' && isNamed(target.path, keys));
}

function isNamed(written: string, keys: ReadonlySet<string>): boolean {
  const name = basename(percentDecoded(written));
  return keys.has(nameKey(name)) || keys.has(`/${name.toLowerCase()}`);
}

/** Wiki links by any name of the note or file. */
function nameCandidatesFor(snapshot: Snapshot, path: NotePath): readonly PlacedUse[] {
  const entry = snapshot.notes.get(path);
  const name = basename(path);
  const fileNames = [name, name.slice(0, name.length - extname(name).length)].map(foldName);
  const names = new Set([...fileNames, ...(entry === undefined ? [] : namesOf(entry))]);
  const wanters = new Set([...names].flatMap((each) => snapshot.notes.wanters(noteNameKey(each))));
  return usesIn(
    snapshot,
    wanters,
    ({ target }) => target.type === 'note-name' && [...wantedNames(target.name)].some((each) => names.has(each)),
  );
}

function usesIn(
  snapshot: Snapshot,
  paths: Iterable<NotePath>,
  isCandidate: (use: TargetUse) => boolean,
): readonly PlacedUse[] {
  const found: PlacedUse[] = [];
  for (const path of paths) {
    const note = snapshot.notes.get(path)?.note;
    found.push(...(note === undefined ? [] : placedUses(path, note).filter(isCandidate)));
  }
  return found;
}

function placedUses(path: NotePath, note: Note): readonly PlacedUse[] {
  return targetUses(note).map((use) => ({ ...use, path }));
}

/** By path and place, each once. */
function sorted(uses: readonly PlacedUse[]): readonly PlacedUse[] {
  const ordered = [...uses].sort((a, b) => comparePaths(a.path, b.path) || a.span.start - b.span.start);
  return ordered.filter((use, at) => {
    const before = ordered[at - 1];
    return before?.path !== use.path || before.holder !== use.holder;
  });
}

function comparePaths(a: NotePath, b: NotePath): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
