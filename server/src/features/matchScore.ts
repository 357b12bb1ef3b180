/**
 * How well a title fits what someone typed, by the rules of VS Code's own lists: letters in order; runs, the start of the
 * title and starts of words count more, and what is skipped counts against it. VS Code sorts what it is given by them
 * once more, so any other rules would cut off titles that it puts first.
 */

const RUN_AT_START = 5;
const WORD_START = 5;
const SAME_CASE = 2;
/** What a gap costs, or a run that is broken off. */
const BREAK = 5;
const LATE_START = { atWord: 3, inside: 5 };
const WHOLE_TITLE = 2;
/** Letters behind these are not looked at. */
const LONGEST = 128;

const NO_MATCH = -1e9;

/** 1 for each character, below 128, behind which a word starts. */
const separators = new Uint8Array(128);
for (const sign of '_-. /\\\'":$<>()[]{}\t') {
  separators[sign.charCodeAt(0)] = 1;
}

/** A query in its letters, as typed and in lower case, whole and word by word. */
export interface PreparedQuery {
  readonly whole: Pattern;
  /** More than one, or none. */
  readonly words: readonly Pattern[];
  /** Fits every title. */
  readonly isEmpty: boolean;
}

interface Pattern {
  readonly text: string;
  readonly folded: string;
}

/** Takes a query apart; white space only separates words. */
export function prepareQuery(query: string): PreparedQuery {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const patterns = words.map(patternOf);
  return { whole: patternOf(words.join('')), words: patterns.length > 1 ? patterns : [], isEmpty: words.length === 0 };
}

function patternOf(text: string): Pattern {
  return { text: text.slice(0, LONGEST), folded: text.slice(0, LONGEST).toLowerCase() };
}

/** The score of `title`, higher for a better fit; `undefined` where it does not fit, neither whole nor in each word. */
export function matchScore(title: string, { whole, words, isEmpty }: PreparedQuery): number | undefined {
  if (isEmpty) {
    return 0;
  }
  const folded = title.toLowerCase();
  // A few letters change their length in lower case; then no case is compared.
  const cased = folded.length === title.length ? title : folded;
  const score = patternScore(cased, folded, whole);
  if (score !== undefined || words.length === 0) {
    return score;
  }
  let total = 0;
  for (const word of words) {
    const part = patternScore(cased, folded, word);
    if (part === undefined) {
      return undefined;
    }
    total += part;
  }
  return total - whole.text.length * BREAK;
}

function patternScore(title: string, folded: string, pattern: Pattern): number | undefined {
  const first = firstPlaces(folded, pattern.folded);
  if (first === undefined) {
    return undefined;
  }
  return bestScore(title, folded, pattern, first) + (title.length === pattern.text.length ? WHOLE_TITLE : 0);
}

/** Rows of the table of scores, kept between calls: one for each letter of the pattern, with one column per letter. */
const scores = new Int32Array((LONGEST + 1) ** 2);
/** How long the run of letters is that ends here; 0 where the title's letter was skipped. */
const runs = new Int32Array((LONGEST + 1) ** 2);
/** Of the row filled last: behind which letter of the title the match ends. */
const ends = new Int32Array(LONGEST + 1);
const places = new Int32Array(LONGEST);
const NOTHING = 0;

/** The first place that each letter can take, so that the table starts there; `undefined` where they do not all fit. */
function firstPlaces(folded: string, wanted: string): Int32Array | undefined {
  let at = -1;
  for (let index = 0; index < wanted.length; index++) {
    at = folded.indexOf(wanted[index]!, at + 1);
    if (at < 0 || at >= LONGEST) {
      return undefined;
    }
    places[index] = at;
  }
  return places;
}

function bestScore(title: string, folded: string, pattern: Pattern, first: Int32Array): number {
  const width = Math.min(title.length, LONGEST) + 1;
  const height = pattern.folded.length + 1;
  for (let column = 0; column < width; column++) {
    scores[column] = NOTHING;
    runs[column] = NOTHING;
  }
  for (let row = 1; row < height; row++) {
    fillRow(title, folded, pattern, row, width, first[row - 1]!);
  }
  // Every letter before the end of the match that is none of it counts against it.
  return scores[height * width - 1]! - (ends[width - 1]! - pattern.folded.length);
}

/** Each cell: the best that the letters up to this row make of the title up to this column. */
function fillRow(title: string, folded: string, pattern: Pattern, row: number, width: number, first: number): void {
  const here = row * width;
  const above = here - width;
  const letter = pattern.folded.charCodeAt(row - 1);
  for (let column = 0; column <= first; column++) {
    scores[here + column] = NO_MATCH;
    runs[here + column] = NOTHING;
  }
  for (let column = first + 1; column < width; column++) {
    const last = here + column - 1;
    // Leaving out a letter that was taken is better at times than breaking off the run that it starts.
    const isBetterWithout = runs[last]! > 0 && column > first + 1 && leftAt(last - 1) >= leftAt(last);
    const skipped = leftAt(isBetterWithout ? last - 1 : last);
    let taken = NO_MATCH;
    if (folded.charCodeAt(column - 1) === letter && scores[above + column - 1]! > NO_MATCH) {
      const isRun = runs[above + column - 1]! > 0;
      taken =
        scores[above + column - 1]! + letterScore(title, folded, pattern.text[row - 1]!, row - 1, column - 1, isRun);
    }
    const isTaken = taken > skipped;
    scores[here + column] = isTaken ? taken : skipped;
    runs[here + column] = isTaken ? runs[above + column - 1]! + 1 : 0;
    ends[column] = isTaken ? column : ends[isBetterWithout ? column - 2 : column - 1]!;
  }
}

/** The score of a cell once the title's next letter is skipped. */
function leftAt(cell: number): number {
  return scores[cell]! - (runs[cell]! > 0 ? BREAK : 0);
}

/** What it is worth that `letter`, number `index` of the pattern, stands at `at` in the title. */
function letterScore(title: string, folded: string, letter: string, index: number, at: number, isRun: boolean): number {
  const isCapital = isUpper(title, folded, at);
  const isStart = isCapital || isSeparator(title, at - 1);
  const sameCase = title[at] === letter ? SAME_CASE : 0;
  let score = 1;
  if (at === index) {
    score = RUN_AT_START + sameCase;
  } else if (isCapital && !isUpper(title, folded, at - 1)) {
    score = WORD_START + sameCase;
  } else if (isSeparator(title, at) ? !isSeparator(title, at - 1) || isStart : isSeparator(title, at - 1)) {
    score = WORD_START;
  }
  if (index === 0) {
    score -= at === 0 ? 0 : isStart ? LATE_START.atWord : LATE_START.inside;
  } else {
    score += isRun ? (isStart ? 0 : 1) : isStart ? 2 : 0;
  }
  return score - (at + 1 === title.length ? (isStart ? LATE_START.atWord : LATE_START.inside) : 0);
}

function isSeparator(title: string, at: number): boolean {
  return separators[title.charCodeAt(at)] === 1;
}

function isUpper(title: string, folded: string, at: number): boolean {
  return title.charCodeAt(at) !== folded.charCodeAt(at) && at >= 0;
}
