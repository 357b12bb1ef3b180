/** How well a title fits what someone typed, as editors do it: letters in order, word starts and runs favoured. */

const CONSECUTIVE = 8;
const WORD_START = 10;
const TITLE_START = 16;
const SAME_CASE = 1;
const SKIPPED = 1;
const MOST_SKIPPED = 12;

/** A query in its words, each in both cases. */
export interface PreparedQuery {
  readonly words: readonly { readonly text: string; readonly folded: string }[];
}

/** Splits `query` into words that all have to fit. */
export function prepareQuery(query: string): PreparedQuery {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return { words: words.map((text) => ({ text, folded: text.toLowerCase() })) };
}

/** The score of `title`, higher for a better fit; `undefined` where some word does not fit. */
export function matchScore(title: string, query: PreparedQuery): number | undefined {
  const folded = title.toLowerCase();
  // A few letters change their length in lower case; then no case is compared.
  const cased = folded.length === title.length ? title : folded;
  let total = 0;
  for (const word of query.words) {
    const score = wordScore(cased, folded, word.text, word.folded);
    if (score === undefined) {
      return undefined;
    }
    total += score;
  }
  return total - Math.min(title.length, 200) / 100;
}

function wordScore(title: string, folded: string, word: string, wanted: string): number | undefined {
  const whole = bestRun(folded, wanted);
  if (whole >= 0) {
    const sameCase = title.startsWith(word, whole) ? SAME_CASE * word.length : 0;
    return startBonus(title, whole) + (wanted.length - 1) * CONSECUTIVE + sameCase;
  }
  return scatteredScore(title, folded, wanted);
}

/** Where `wanted` stands as a whole, at the start of a word if it can be; -1 where it does not. */
function bestRun(folded: string, wanted: string): number {
  const first = folded.indexOf(wanted);
  for (let at = first; at >= 0; at = folded.indexOf(wanted, at + 1)) {
    if (at === 0 || !isWordCharacter(folded.charCodeAt(at - 1))) {
      return at;
    }
  }
  return first;
}

/** Letters in order with others between: each is taken at the next word start if the rest fits, else at once. */
function scatteredScore(title: string, folded: string, wanted: string): number | undefined {
  let at = -1;
  let score = 0;
  for (let index = 0; index < wanted.length; index++) {
    const letter = wanted[index]!;
    const next = folded.indexOf(letter, at + 1);
    if (next < 0) {
      return undefined;
    }
    const start = next === at + 1 ? next : wordStart(title, folded, letter, next, wanted.slice(index + 1));
    score += start === at + 1 && at >= 0 ? CONSECUTIVE : startBonus(title, start);
    score -= Math.min((start - at - 1) * SKIPPED, MOST_SKIPPED);
    at = start;
  }
  return score;
}

function wordStart(title: string, folded: string, letter: string, from: number, rest: string): number {
  for (let at = from; at >= 0; at = folded.indexOf(letter, at + 1)) {
    if (startBonus(title, at) > 0) {
      return isSubsequence(folded, at + 1, rest) ? at : from;
    }
  }
  return from;
}

function isSubsequence(text: string, from: number, wanted: string): boolean {
  let at = from - 1;
  for (const letter of wanted) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}

function startBonus(title: string, at: number): number {
  if (at === 0) {
    return TITLE_START;
  }
  if (!isWordCharacter(title.charCodeAt(at - 1))) {
    return WORD_START;
  }
  return isUpper(title.charCodeAt(at)) && !isUpper(title.charCodeAt(at - 1)) ? WORD_START : 0;
}

/** ASCII letters and digits, and everything beyond ASCII. */
function isWordCharacter(code: number): boolean {
  return code > 127 || (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || isUpper(code);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}
