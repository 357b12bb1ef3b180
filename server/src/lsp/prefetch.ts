/** Asks for many things at once where asking is slow, though its user wants them one by one. */
import type { NotePath } from '../core/text/path.ts';

/** So many are asked for at once: enough to make the way there and back cheap, few enough to keep in memory. */
const batchSize = 64;

export class Prefetch<T> {
  readonly #ask: (paths: readonly NotePath[]) => Promise<readonly T[]>;
  readonly #expected = new Set<NotePath>();
  readonly #asked = new Map<NotePath, Promise<T>>();

  /** `ask` answers for each path, in their order; it never rejects. */
  constructor(ask: (paths: readonly NotePath[]) => Promise<readonly T[]>) {
    this.#ask = ask;
  }

  /** These will be wanted, in about this order. */
  expect(paths: readonly NotePath[]): void {
    for (const path of paths) {
      this.#expected.add(path);
    }
  }

  /** What was asked for and nobody has wanted yet is forgotten: it could be old by the time that somebody does. */
  forget(): void {
    this.#expected.clear();
    this.#asked.clear();
  }

  /** The answer for `path`. Where there is none yet, the next ones that are expected are asked for along with it. */
  get(path: NotePath): Promise<T> {
    const asked = this.#asked.get(path) ?? this.#askFor(path);
    this.#asked.delete(path);
    return asked;
  }

  #askFor(path: NotePath): Promise<T> {
    this.#expected.delete(path);
    const batch = [path, ...[...this.#expected].slice(0, batchSize - 1)];
    const answers = this.#ask(batch);
    batch.forEach((each, at) => {
      this.#expected.delete(each);
      // Each gets an answer: see `ask`.
      this.#asked.set(
        each,
        answers.then((all) => all[at] as T),
      );
    });
    return this.#asked.get(path) as Promise<T>;
  }
}
