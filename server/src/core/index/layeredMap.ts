/**
 * A map that is copied on write, cheap for a few changes to a large map: a big layer that copies share, and a small one
 * on top that each copy owns. The small one is merged into a new big one when it has grown.
 */

/** Copying a small layer stays well below a millisecond up to about this size. */
const SMALL = 256;
/** Growing with the map, so that filling it in small batches stays linear. */
const SHARE = 1 / 32;

export class LayeredMap<V> {
  readonly #base: ReadonlyMap<string, V>;
  /** `undefined` hides an entry of the base. */
  readonly #top: ReadonlyMap<string, V | undefined>;
  readonly size: number;

  private constructor(base: ReadonlyMap<string, V>, top: ReadonlyMap<string, V | undefined>, size: number) {
    this.#base = base;
    this.#top = top;
    this.size = size;
  }

  static empty<V>(): LayeredMap<V> {
    return new LayeredMap<V>(new Map(), new Map(), 0);
  }

  get(key: string): V | undefined {
    const value = this.#top.get(key);
    return value !== undefined || this.#top.has(key) ? value : this.#base.get(key);
  }

  /** A copy in which each key of `changes` has its new value, or none where that is `undefined`. */
  with(changes: ReadonlyMap<string, V | undefined>): LayeredMap<V> {
    if (changes.size === 0) {
      return this;
    }
    const merge = changes.size + this.#top.size > Math.max(SMALL, this.#base.size * SHARE);
    const base = merge ? new Map(this.#base) : this.#base;
    const top = merge ? new Map<string, V | undefined>() : new Map(this.#top);
    if (merge) {
      put(base as Map<string, V>, this.#top);
      put(base as Map<string, V>, changes);
      return new LayeredMap(base, top, base.size);
    }
    let size = this.size;
    for (const [key, value] of changes) {
      size += Number(value !== undefined) - Number(this.get(key) !== undefined);
      top.set(key, value);
    }
    return new LayeredMap(base, top, size);
  }

  *entries(): IterableIterator<[string, V]> {
    const top = this.#top;
    for (const entry of this.#base) {
      if (top.size === 0 || !top.has(entry[0])) {
        yield entry;
      }
    }
    for (const [key, value] of top) {
      if (value !== undefined) {
        yield [key, value];
      }
    }
  }

  *keys(): IterableIterator<string> {
    for (const [key] of this.entries()) {
      yield key;
    }
  }

  *values(): IterableIterator<V> {
    const top = this.#top;
    if (top.size === 0) {
      yield* this.#base.values();
      return;
    }
    for (const [key, value] of this.#base) {
      if (!top.has(key)) {
        yield value;
      }
    }
    for (const value of top.values()) {
      if (value !== undefined) {
        yield value;
      }
    }
  }
}

function put<V>(map: Map<string, V>, changes: ReadonlyMap<string, V | undefined>): void {
  for (const [key, value] of changes) {
    if (value === undefined) {
      map.delete(key);
    } else {
      map.set(key, value);
    }
  }
}
