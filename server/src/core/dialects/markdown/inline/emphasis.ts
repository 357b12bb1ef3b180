/** Which `*`, `_` and `~` are marks and which are text. Source: CommonMark, "Emphasis and strong emphasis". */
import { isPunctuation, isUnicodeSpace } from '../characters.ts';
import { emptied } from './emptied.ts';

const UNDERSCORE = 95;
const TILDE = 126;

interface Run {
  readonly mark: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Bounds of the marks that have no other half yet: they are used up from the inside. */
  from: number;
  to: number;
}

export class Emphasis {
  #runs: Run[] = [];
  /** Below these places on the stack nothing opens for closers of each kind. */
  readonly #bottoms = new Map<number, number>();

  /** Another text begins. */
  reset(): void {
    this.#runs = emptied(this.#runs);
  }

  /** Number of runs so far. */
  get count(): number {
    return this.#runs.length;
  }

  /** Takes note of the run of one mark from `from` to `to`, in a text from `start` to `end`. */
  add(text: string, from: number, to: number, start: number, end: number): void {
    const mark = text.charCodeAt(from);
    if (mark === TILDE && to - from > 2) {
      return;
    }
    const before = from > start ? text.charCodeAt(from - 1) : 32;
    const after = to < end ? text.charCodeAt(to) : 32;
    const spaceBefore = isUnicodeSpace(before);
    const spaceAfter = isUnicodeSpace(after);
    const punctuationBefore = isPunctuation(before);
    const punctuationAfter = isPunctuation(after);
    const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore);
    const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter);
    const opens = mark === UNDERSCORE ? left && (!right || punctuationBefore) : left;
    const closes = mark === UNDERSCORE ? right && (!left || punctuationAfter) : right;
    this.#runs.push({ mark, length: to - from, opens, closes, from, to });
  }

  /** Pairs the runs from number `first` on and forgets them; tells `hide` the bounds of marks that are no text. */
  pair(first: number, hide: (from: number, to: number) => void): void {
    if (this.#runs.length <= first) {
      return;
    }
    const runs = this.#take(first);
    const openers: Run[] = [];
    this.#bottoms.clear();
    for (const run of runs) {
      if (run.closes) {
        closeRun(run, openers, this.#bottoms, hide);
      }
      if (run.opens && run.to > run.from) {
        openers.push(run);
      }
    }
  }

  /** The runs from number `first` on, which are no longer here. */
  #take(first: number): Run[] {
    if (first > 0) {
      return this.#runs.splice(first);
    }
    const all = this.#runs;
    this.#runs = [];
    return all;
  }
}

/** Kinds of closers for which nothing opens below a place on the stack: looked for once only. */
function kindOf({ mark, opens, length }: Run): number {
  return mark * 8 + (opens ? 4 : 0) + (mark === TILDE ? length : length % 3);
}

function closeRun(
  closer: Run,
  openers: Run[],
  bottoms: Map<number, number>,
  hide: (from: number, to: number) => void,
): void {
  const kind = kindOf(closer);
  while (closer.to > closer.from) {
    const bottom = bottoms.get(kind) ?? 0;
    let index = openers.length - 1;
    while (index >= bottom && !matches(openers[index]!, closer)) {
      index--;
    }
    if (index < bottom) {
      bottoms.set(kind, openers.length);
      return;
    }
    const opener = openers[index]!;
    openers.length = index + 1;
    const used =
      closer.mark === TILDE ? closer.length : opener.to - opener.from >= 2 && closer.to - closer.from >= 2 ? 2 : 1;
    hide(opener.to - used, opener.to);
    hide(closer.from, closer.from + used);
    opener.to -= used;
    closer.from += used;
    if (opener.to === opener.from) {
      openers.pop();
    }
    lower(bottoms, openers.length);
  }
}

/** Openers above `top` are gone, and with them what is known of them. */
function lower(bottoms: Map<number, number>, top: number): void {
  for (const [kind, bottom] of bottoms) {
    if (bottom > top) {
      bottoms.set(kind, top);
    }
  }
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) {
    return false;
  }
  if (closer.mark === TILDE) {
    return opener.length === closer.length;
  }
  const isBoth = opener.closes || closer.opens;
  const sum = opener.length + closer.length;
  return !(isBoth && sum % 3 === 0 && !(opener.length % 3 === 0 && closer.length % 3 === 0));
}
