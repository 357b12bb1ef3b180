/** Where a phrase stands in a note, white space folded, and annotations, which quote phrases, left out. */
import type { Span } from '../../text/span.ts';

/** How often all annotations of a note together may read it through: many that are detached must not take for ever. */
const MOST_READS = 64;

export class PhraseFinder {
  readonly #text: string;
  readonly #annotations: readonly Span[];
  #budget: number;

  /** `annotations` are in document order. */
  constructor(text: string, annotations: readonly Span[]) {
    this.#text = text;
    this.#annotations = annotations;
    this.#budget = MOST_READS * text.length;
  }

  /** Whether so much was looked for that what was not found may be there all the same. */
  get isExhausted(): boolean {
    return this.#budget <= 0;
  }

  /** The occurrence of that number, from 1, in the first range that has any, or the last one where there are fewer. */
  find(phrase: string, occurrence: number, ranges: readonly Span[]): Span | undefined {
    for (const { start, end } of ranges) {
      let found: Span | undefined;
      let count = 0;
      for (const place of this.places(phrase, start, end)) {
        found = place;
        count++;
        if (count === occurrence) {
          break;
        }
      }
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** All places of `phrase` between `from` and `to`. */
  *places(phrase: string, from: number, to: number): Generator<Span> {
    const end = Math.min(to, from + Math.max(0, this.#budget));
    const text = this.#text.slice(0, end);
    const pattern = phrasePattern(phrase);
    pattern.lastIndex = from;
    let reached = from;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const place = { start: match.index, end: match.index + match[0].length };
      this.#budget -= place.end - reached;
      reached = place.end;
      if (!this.#isInAnnotation(place.start)) {
        yield place;
      }
    }
    this.#budget -= Math.max(0, end - reached);
  }

  #isInAnnotation(offset: number): boolean {
    let low = 0;
    let high = this.#annotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#annotations[middle]!.end <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (this.#annotations[low]?.start ?? offset + 1) <= offset;
  }
}

/** Words in a row, over line ends and the signs that go on with a quote or a line block. */
function phrasePattern(phrase: string): RegExp {
  const words = phrase.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(words.join('\\s+(?:[>|]\\s+)*'), 'g');
}
