/**
 * Immutable facts over many notes: the notes themselves, who defines which label, and who wants what. One copy per
 * batch of changes; keeps no text.
 */
import type { Dialect } from '../dialects/dialect.ts';
import type { Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import { LayeredMap } from './layeredMap.ts';
import { namesOf } from './noteNames.ts';
import { type NoteSymbols, symbolsOf, visitSymbols } from './noteSymbols.ts';

export interface NoteEntry {
  readonly path: NotePath;
  readonly note: Note;
  readonly dialect: Dialect;
}

/** `entry` is `undefined` where the note went away. */
export interface NoteChange {
  readonly path: NotePath;
  readonly entry: NoteEntry | undefined;
}

type PathsByKey = LayeredMap<readonly NotePath[]>;

const NOBODY: readonly NotePath[] = [];

/** Symbols of the notes that were compared with another version of themselves; most never are. */
const known = new WeakMap<NoteEntry, NoteSymbols>();

export class NoteIndex {
  static readonly empty = new NoteIndex({}, LayeredMap.empty(), LayeredMap.empty(), LayeredMap.empty(), undefined);

  /** Another object exactly when a note came or went: what hangs on which notes there are can be kept until then. */
  readonly population: object;

  readonly #notes: LayeredMap<NoteEntry>;
  readonly #definitions: PathsByKey;
  readonly #wanters: PathsByKey;
  /** Notes by the names of noteNames.ts: read when a wiki link first asks for one, and kept up to date from then on. */
  #names: PathsByKey | undefined;

  private constructor(
    population: object,
    notes: LayeredMap<NoteEntry>,
    definitions: PathsByKey,
    wanters: PathsByKey,
    names: PathsByKey | undefined,
  ) {
    this.population = population;
    this.#notes = notes;
    this.#definitions = definitions;
    this.#wanters = wanters;
    this.#names = names;
  }

  /** A copy with `changes` applied; of several changes to one note the last counts. */
  with(changes: readonly NoteChange[]): NoteIndex {
    const notes = new Map(changes.map(({ path, entry }) => [path, entry]));
    const definitions = new KeyChanges();
    const wanters = new KeyChanges();
    let population = this.population;
    for (const [path, after] of notes) {
      const before = this.symbols(path);
      if ((before === undefined) !== (after === undefined)) {
        population = {};
      }
      if (before === undefined && after !== undefined) {
        visitSymbols(after.note, path, {
          label: (name) => definitions.add(name, path),
          want: (key) => wanters.add(key, path),
        });
      } else {
        const symbols = after && symbolsOfEntry(after);
        definitions.replace(path, before?.labels, symbols?.labels);
        wanters.replace(path, before?.wants, symbols?.wants);
      }
    }
    return new NoteIndex(
      population,
      this.#notes.with(notes),
      definitions.appliedTo(this.#definitions),
      wanters.appliedTo(this.#wanters),
      this.#names && this.#renamed(notes).appliedTo(this.#names),
    );
  }

  get(path: NotePath): NoteEntry | undefined {
    return this.#notes.get(path);
  }

  /** What the note at `path` defines and wants. */
  symbols(path: NotePath): NoteSymbols | undefined {
    const entry = this.#notes.get(path);
    return entry && symbolsOfEntry(entry);
  }

  get size(): number {
    return this.#notes.size;
  }

  entries(): IterableIterator<NoteEntry> {
    return this.#notes.values();
  }

  /** Notes in which an anchor defines this label. */
  labelDefinitions(name: string): readonly NotePath[] {
    return this.#definitions.get(name) ?? NOBODY;
  }

  /** Every label that some note defines, citations and terms among them; see `isPlainLabel`. */
  labels(): Iterable<string> {
    return this.#definitions.keys();
  }

  /** Notes that answer to `name`, which is folded as noteNames.ts does it. */
  notesNamed(name: string): readonly NotePath[] {
    this.#names ??= namesOfAll(this.entries()).appliedTo(LayeredMap.empty());
    return this.#names.get(name) ?? NOBODY;
  }

  /** Notes that want this key; see noteSymbols.ts for the keys there are. */
  wanters(key: string): readonly NotePath[] {
    return this.#wanters.get(key) ?? NOBODY;
  }

  #renamed(notes: ReadonlyMap<NotePath, NoteEntry | undefined>): KeyChanges {
    const names = new KeyChanges();
    for (const [path, after] of notes) {
      const before = this.#notes.get(path);
      names.replace(path, before && namesOf(before), after && namesOf(after));
    }
    return names;
  }
}

function namesOfAll(entries: Iterable<NoteEntry>): KeyChanges {
  const names = new KeyChanges();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      names.add(name, entry.path);
    }
  }
  return names;
}

/**
 * Reads ahead of time what `NoteIndex.with` will compare when `entry` comes or goes: of thousands of notes at once that
 * would take longer than a request may wait.
 */
export function readAhead(entry: NoteEntry): void {
  symbolsOfEntry(entry);
}

function symbolsOfEntry(entry: NoteEntry): NoteSymbols {
  let symbols = known.get(entry);
  if (symbols === undefined) {
    symbols = symbolsOf(entry.note, entry.path);
    known.set(entry, symbols);
  }
  return symbols;
}

/** Which paths join and leave which keys, collected over a batch so that each key's list is copied once. */
class KeyChanges {
  readonly #added = new Map<string, NotePath[]>();
  readonly #removed = new Map<string, Set<NotePath>>();

  /** What is told of one path twice in a row counts once. */
  add(key: string, path: NotePath): void {
    const paths = this.#added.get(key);
    if (paths === undefined) {
      this.#added.set(key, [path]);
    } else if (paths.at(-1) !== path) {
      paths.push(path);
    }
  }

  replace(path: NotePath, before: ReadonlySet<string> | undefined, after: ReadonlySet<string> | undefined): void {
    for (const key of after ?? []) {
      if (!before?.has(key)) {
        this.add(key, path);
      }
    }
    for (const key of before ?? []) {
      if (!after?.has(key)) {
        const paths = this.#removed.get(key);
        paths === undefined ? this.#removed.set(key, new Set([path])) : paths.add(path);
      }
    }
  }

  appliedTo(map: PathsByKey): PathsByKey {
    if (map.size === 0) {
      return map.with(this.#added);
    }
    const changes = new Map<string, readonly NotePath[] | undefined>();
    for (const [key, added] of this.#added) {
      const kept = this.#keptOf(map, key);
      changes.set(key, kept.length === 0 ? added : [...kept, ...added]);
    }
    for (const key of this.#removed.keys()) {
      if (!this.#added.has(key)) {
        const kept = this.#keptOf(map, key);
        changes.set(key, kept.length === 0 ? undefined : kept);
      }
    }
    return map.with(changes);
  }

  #keptOf(map: PathsByKey, key: string): readonly NotePath[] {
    const old = map.get(key) ?? NOBODY;
    const removed = this.#removed.get(key);
    return removed === undefined ? old : old.filter((path) => !removed.has(path));
  }
}
