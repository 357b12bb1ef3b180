/**
 * Immutable facts over many notes: the notes themselves, who defines which label, and who wants what. One copy per
 * batch of changes; keeps no text.
 */
import type { Dialect } from '../dialects/dialect.ts';
import type { Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import { LayeredMap } from './layeredMap.ts';
import { type NoteSymbols, symbolsOf } from './noteSymbols.ts';

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

interface Indexed {
  readonly entry: NoteEntry;
  readonly symbols: NoteSymbols;
}

type PathsByKey = LayeredMap<readonly NotePath[]>;

const NOBODY: readonly NotePath[] = [];

export class NoteIndex {
  static readonly empty = new NoteIndex(LayeredMap.empty(), LayeredMap.empty(), LayeredMap.empty());

  readonly #notes: LayeredMap<Indexed>;
  readonly #definitions: PathsByKey;
  readonly #wanters: PathsByKey;

  private constructor(notes: LayeredMap<Indexed>, definitions: PathsByKey, wanters: PathsByKey) {
    this.#notes = notes;
    this.#definitions = definitions;
    this.#wanters = wanters;
  }

  /** A copy with `changes` applied; of several changes to one note the last counts. */
  with(changes: readonly NoteChange[]): NoteIndex {
    const notes = new Map<NotePath, Indexed | undefined>();
    for (const { path, entry } of changes) {
      notes.set(path, entry === undefined ? undefined : { entry, symbols: symbolsOf(entry.note, path) });
    }
    const definitions = new KeyChanges();
    const wanters = new KeyChanges();
    for (const [path, after] of notes) {
      const before = this.#notes.get(path)?.symbols;
      definitions.note(path, before?.labels, after?.symbols.labels);
      wanters.note(path, before?.wants, after?.symbols.wants);
    }
    return new NoteIndex(
      this.#notes.with(notes),
      definitions.appliedTo(this.#definitions),
      wanters.appliedTo(this.#wanters),
    );
  }

  get(path: NotePath): NoteEntry | undefined {
    return this.#notes.get(path)?.entry;
  }

  /** What the note at `path` defines and wants. */
  symbols(path: NotePath): NoteSymbols | undefined {
    return this.#notes.get(path)?.symbols;
  }

  get size(): number {
    return this.#notes.size;
  }

  *entries(): IterableIterator<NoteEntry> {
    for (const { entry } of this.#notes.values()) {
      yield entry;
    }
  }

  /** Notes in which an anchor defines this label. */
  labelDefinitions(name: string): readonly NotePath[] {
    return this.#definitions.get(name) ?? NOBODY;
  }

  /** Notes that want this key; see noteSymbols.ts for the keys there are. */
  wanters(key: string): readonly NotePath[] {
    return this.#wanters.get(key) ?? NOBODY;
  }
}

/** Which paths join and leave which keys, collected over a batch so that each key's list is copied once. */
class KeyChanges {
  readonly #added = new Map<string, NotePath[]>();
  readonly #removed = new Map<string, Set<NotePath>>();

  note(path: NotePath, before: ReadonlySet<string> | undefined, after: ReadonlySet<string> | undefined): void {
    for (const key of after ?? []) {
      if (!before?.has(key)) {
        const paths = this.#added.get(key);
        paths === undefined ? this.#added.set(key, [path]) : paths.push(path);
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
    const changes = new Map<string, readonly NotePath[] | undefined>();
    for (const key of new Set([...this.#added.keys(), ...this.#removed.keys()])) {
      const removed = this.#removed.get(key);
      const old = map.get(key) ?? NOBODY;
      const kept = removed === undefined ? old : old.filter((path) => !removed.has(path));
      const added = this.#added.get(key);
      const paths = added === undefined ? kept : [...kept, ...added];
      changes.set(key, paths.length === 0 ? undefined : paths);
    }
    return map.with(changes);
  }
}
