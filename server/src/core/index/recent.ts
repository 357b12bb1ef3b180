/** A cache of what was worked out for the keys that were asked for last: enough for questions that come in a row. */

const MOST = 32;

export class Recent<K extends object, V> {
  readonly #known = new Map<K, V>();
  readonly #make: (key: K) => V;

  constructor(make: (key: K) => V) {
    this.#make = make;
  }

  get(key: K): V {
    let value = this.#known.get(key);
    if (value === undefined) {
      value = this.#make(key);
      this.#known.set(key, value);
      const [oldest] = this.#known.keys();
      if (this.#known.size > MOST && oldest !== undefined) {
        this.#known.delete(oldest);
      }
    }
    return value;
  }
}
