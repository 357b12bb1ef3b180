/**
 * What people write into a to-do besides its text: due dates, priorities, people, tags. The same in every note format:
 * as TaskPaper has it, `@due(2026-12-01)`; as todo.txt, `due:2026-12-01` and `(A)`; as Obsidian's Tasks, `📅 2026-12-01`.
 */
import type { TodoField, TodoMetadata } from '../model/todo.ts';
import { foldSpace } from '../text/foldSpace.ts';
import { ownString } from '../text/ownString.ts';
import { fieldIn, matchTokens } from './todoTokens.ts';

/** A to-do without any of these has no metadata: most have none. */
const ANY = /[@#!(:\u2705\u231b\u23f3\u23eb\u23ec\u274c\u2795\ud83d]|every/i;
const BACKQUOTES = /`+/g;
interface Token {
  readonly start: number;
  readonly end: number;
  readonly field?: Omit<TodoField, 'span'>;
  /** Words that only count behind all others, or before them as well. */
  readonly only?: 'behind' | 'around';
  readonly person?: string;
  readonly tag?: string;
}

/**
 * The metadata in `text` between `start` and `end`, which reads as `plain`, with the spans of its fields;
 * `undefined` where there is none. `owners` are people named elsewhere: `TODO(ann): …`.
 */
export function readTodoMetadata(
  text: string,
  start: number,
  end: number,
  plain: string,
  owners: readonly string[] = [],
): TodoMetadata | undefined {
  const written = text.slice(start, end);
  const found = ANY.test(written) ? atTheirPlace(tokensOf(withoutCode(written)), written) : [];
  if (found.length === 0 && owners.length === 0) {
    return undefined;
  }
  const fields = found.filter(({ field }) => field !== undefined);
  const texts = fields.map((token) => written.slice(token.start, token.end));
  return {
    title: titleOf(plain, texts),
    fields: fields.map(({ field, start: from, end: to }) => ({
      ...field!,
      span: { start: start + from, end: start + to },
    })),
    people: distinct([...owners, ...found.map(({ person }) => person)]),
    tags: distinct(found.map(({ tag }) => tag)),
  };
}

/** Literals of either format, emptied: nothing in them is meant. They end where as many backquotes stand as they start with. */
function withoutCode(written: string): string {
  if (!written.includes('`')) {
    return written;
  }
  const runs = [...written.matchAll(BACKQUOTES)];
  const closing = closingRuns(runs);
  let text = '';
  let at = 0;
  for (let run = 0; run < runs.length; run++) {
    const end = closing[run]!;
    if (end >= 0) {
      const start = runs[run]!.index;
      const stop = runs[end]!.index + runs[end]![0].length;
      text += written.slice(at, start) + '\0'.repeat(stop - start);
      at = stop;
      run = end;
    }
  }
  return text + written.slice(at);
}

/** For each run of backquotes the next one that is as long; -1 where there is none. */
function closingRuns(runs: readonly RegExpExecArray[]): readonly number[] {
  const next = new Map<number, number>();
  const closing: number[] = [];
  for (let run = runs.length - 1; run >= 0; run--) {
    const { length } = runs[run]![0];
    closing[run] = next.get(length) ?? -1;
    next.set(length, run);
  }
  return closing;
}

function tokensOf(written: string): Token[] {
  const tokens: Token[] = [];
  for (const match of matchTokens(written)) {
    const token = tokenOf(match);
    if (token !== undefined) {
      tokens.push(token);
    }
  }
  return tokens;
}

function tokenOf(match: RegExpMatchArray): Token | undefined {
  const { groups = {} } = match;
  const start = match.index!;
  const place = { start, end: start + match[0].length };
  const { person, tag } = groups;
  if (person !== undefined || tag !== undefined) {
    return { ...place, ...(person === undefined ? {} : { person }), ...(tag === undefined ? {} : { tag }) };
  }
  const field = fieldIn(groups);
  const isSign = groups.letter !== undefined || groups.bangs !== undefined;
  const only = isSign ? 'around' : groups.every === undefined ? undefined : 'behind';
  const isNoPriority = groups.letter !== undefined && groups.letter !== groups.letter.toUpperCase();
  return field === undefined || isNoPriority ? undefined : { ...place, field, ...(only === undefined ? {} : { only }) };
}

/** Leaves out signs that stand amid other words, where they are no more than words themselves. */
function atTheirPlace(tokens: readonly Token[], written: string): readonly Token[] {
  if (!tokens.some(({ only }) => only)) {
    return tokens;
  }
  const isBlank = (from: number, to: number): boolean => written.slice(from, to).trim() === '';
  let front = 0;
  for (let at = 0; front < tokens.length && isBlank(at, tokens[front]!.start); front++) {
    at = tokens[front]!.end;
  }
  let back = tokens.length;
  for (let at = written.length; back > 0 && isRest(written.slice(tokens[back - 1]!.end, at)); back--) {
    at = tokens[back - 1]!.start;
  }
  return tokens.filter(
    ({ only }, index) => only === undefined || index >= back || (only === 'around' && index < front),
  );
}

/** A full stop or colon may follow the last of them. */
function isRest(text: string): boolean {
  return /^[\s.:]*$/.test(text);
}

/** `plain` without `texts`, which stand in it in this order. */
function titleOf(plain: string, texts: readonly string[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const text of texts) {
    const folded = foldSpace(text);
    const at = plain.indexOf(folded, from);
    // Written otherwise than it reads: with an escape. What follows is looked for all the same.
    if (at >= 0) {
      parts.push(plain.slice(from, at));
      from = at + folded.length;
    }
  }
  const folded = foldSpace([...parts, plain.slice(from)].join('')).replace(/ ([.:])$/, '$1');
  return folded === '' ? plain : ownString(folded);
}

function distinct(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== undefined))].map(ownString);
}
