/** Finds the spans around an offset in a list that is sorted by where spans start. */
import type { Span } from './span.ts';

interface Spanned {
  readonly span: Span;
}

export class SpanSearch<T extends Spanned> {
  readonly #items: readonly T[];
  /** The furthest end of each item and all before it: nothing before one that ends too early need be looked at. */
  readonly #furthest: readonly number[];

  /** `items` are in the order of their spans' starts. */
  constructor(items: readonly T[]) {
    let end = -1;
    this.#items = items;
    this.#furthest = items.map(({ span }) => {
      end = Math.max(end, span.end);
      return end;
    });
  }

  /** The items whose spans hold `offset` or end right before it; shorter ones first. */
  around(offset: number): readonly T[] {
    const found: T[] = [];
    for (let at = this.#lastStarting(offset); at >= 0 && this.#furthest[at]! >= offset; at--) {
      if (this.#items[at]!.span.end >= offset) {
        found.push(this.#items[at]!);
      }
    }
    return found.sort((a, b) => rank(a.span, offset) - rank(b.span, offset));
  }

  /** The last item that starts at or before `offset`; -1 where there is none. */
  #lastStarting(offset: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#items[middle]!.span.start <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}

/** Longer than any span: what only ends at the offset comes behind all that hold it. */
const TOUCHED = 2 ** 40;

function rank({ start, end }: Span, offset: number): number {
  return end - start + (end === offset ? TOUCHED : 0);
}
