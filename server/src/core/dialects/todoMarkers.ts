/** `TODO:` and `FIXME:` in text, and what they become in other states. */
import type { TodoState } from '../model/todo.ts';

/** What each marker is written as in every state; exact words, so that nobody's `FIXME` comes back as a `TODO`. */
const markerWords: readonly Readonly<Record<TodoState, string>>[] = [
  { open: 'TODO', 'in-progress': 'DOING', done: 'DONE', cancelled: 'CANCELLED' },
  { open: 'FIXME', 'in-progress': 'FIXING', done: 'FIXED', cancelled: 'WONTFIX' },
];
const states: ReadonlyMap<string, TodoState> = new Map(
  markerWords.flatMap((words) => Object.entries(words).map(([state, word]) => [word, state as TodoState] as const)),
);

/** What `word` becomes in another state. Words that prose shouts, too, get the colon that they count with. */
export function markerIn(state: TodoState, word: string, behind: string): string {
  const written = markerWords.find((words) => Object.values(words).includes(word))?.[state] ?? word;
  return /^[:(]/.test(behind) || state === 'open' || state === 'done' ? written : `${written}:`;
}

/** A marker in a text; offsets are the text's. */
export interface Marker {
  readonly state: TodoState;
  /** Bounds of the word. */
  readonly from: number;
  readonly to: number;
  /** Where what is to do starts, and where the line or the text ends. */
  readonly behind: number;
  readonly lineEnd: number;
}

/** A whole word with a colon or an owner and a colon behind; some also as the first of several words on its line. */
const MARKER =
  /(?<![\p{L}\p{N}_-])(?:(TODO|FIXME|DONE|FIXED)(?=[ \t]+\S)|(TODO|FIXME|DONE|FIXED|DOING|FIXING|CANCELLED|WONTFIX)(?:\([^()\n]*\))?:(?!:))/uy;

const ANY_WORD = new RegExp([...states.keys()].join('|'));

/** What the words start with. Markers are tried there only: a search on its own would run to the end of the note. */
const T = 84;
const F = 70;
const D = 68;
const C = 67;
const W = 87;

/** Whether `text` can hold markers at all. */
export function hasMarkers(text: string): boolean {
  return ANY_WORD.test(text);
}

const NOTHING: readonly Marker[] = [];

/** The markers in the piece of `text` between `from` and `to`, of a run between `runFrom` and `runTo`. */
export function findMarkers(
  text: string,
  from: number,
  to: number,
  runFrom: number = from,
  runTo: number = to,
): readonly Marker[] {
  let found: Marker[] | undefined;
  let end = -1;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === T || code === F || code === D || code === C || code === W) {
      const marker = markerAt(text, at, runFrom, runTo);
      if (marker !== undefined) {
        end = end < marker.behind ? lineEnd(text, marker.behind, runTo) : end;
        found = found ?? [];
        found.push({ ...marker, lineEnd: end });
      }
    }
  }
  return found ?? NOTHING;
}

function markerAt(text: string, at: number, from: number, to: number): Omit<Marker, 'lineEnd'> | undefined {
  MARKER.lastIndex = at;
  const match = MARKER.exec(text);
  const behind = at + (match?.[0].length ?? 0);
  if (match === null || behind > to || !(match[0].endsWith(':') || startsLine(text, at, from))) {
    return undefined;
  }
  const word = (match[1] ?? match[2])!;
  return { state: states.get(word)!, from: at, to: at + word.length, behind };
}

/** Only white space stands before `at` on its line. */
function startsLine(text: string, at: number, from: number): boolean {
  let before = at;
  while (before > from && (text.charCodeAt(before - 1) === 32 || text.charCodeAt(before - 1) === 9)) {
    before--;
  }
  return before === from || text.charCodeAt(before - 1) === 10 || text.charCodeAt(before - 1) === 13;
}

function lineEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) {
    at++;
  }
  return at;
}
