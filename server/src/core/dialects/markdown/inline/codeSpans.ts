/** Closing runs of backquotes, found in linear time. Source: CommonMark, "Code spans". */
import { runEnd } from '../blocks/lineShapes.ts';

export class CodeSpans {
  /** Where the last run of each length starts, once the whole text was searched in vain. */
  #last: Map<number, number> | undefined;

  /** Another text begins. */
  reset(): void {
    this.#last = undefined;
  }

  /** Start of the run of `length` backquotes that closes the one that ends at `from`; -1 where there is none. */
  closing(text: string, from: number, to: number, length: number): number {
    if (this.#last !== undefined && (this.#last.get(length) ?? -1) < from) {
      return -1;
    }
    let seen: Map<number, number> | undefined;
    let at = text.indexOf('`', from);
    while (at >= 0 && at < to) {
      const end = runEnd(text, at, to);
      if (end - at === length) {
        return at;
      }
      seen ??= new Map();
      seen.set(end - at, at);
      at = text.indexOf('`', end);
    }
    this.#last = seen ?? new Map();
    return -1;
  }
}
