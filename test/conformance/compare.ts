/** Compares our facts about a note with docutils'. */

import { factsOf, type NoteFacts } from '../../server/src/cli/facts.ts';
import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import { parseRst } from '../../server/src/core/dialects/rst/parse.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import type { OracleFacts } from './shared.ts';

export type Subject = 'headings' | 'links' | 'targets' | 'tasks';

export const subjects: readonly Subject[] = ['headings', 'links', 'targets', 'tasks'];

/** One fact that only one side has, as `file:line kind what`. */
export interface Difference {
  readonly subject: Subject;
  readonly side: 'missing' | 'extra';
  readonly fact: string;
}

export interface Comparison {
  readonly note: Note;
  readonly counts: Readonly<Record<Subject, number>>;
  readonly differences: readonly Difference[];
}

/** Reads `text` and holds it against `oracle`, docutils' facts about the same text. */
export function compareNote(text: string, oracle: OracleFacts): Comparison {
  const note = parseRst(text, defaultParseOptions);
  const ours = ownFacts(factsOf(note, '/note.rst', oracle.file));
  const theirs = oracleFacts(oracle);
  const differences = subjects.flatMap((subject) => differ(subject, oracle.file, ours[subject], theirs[subject]));
  const counts = {
    headings: theirs.headings.length,
    links: theirs.links.length,
    targets: theirs.targets.length,
    tasks: theirs.tasks.length,
  };
  return { note, counts, differences };
}

interface Fact {
  readonly line: number;
  readonly kind: string;
  readonly what: string;
}

/** What `talk-notes index --json` prints of the note. */
function ownFacts({ headings, links, targets, todos }: NoteFacts): Record<Subject, readonly Fact[]> {
  return oracleFacts({ file: '', headings, links, targets, tasks: todos, problems: [] });
}

function oracleFacts({ headings, links, targets, tasks }: OracleFacts): Record<Subject, readonly Fact[]> {
  return {
    headings: headings.map(({ title, level, line }) => ({ line, kind: `H${level}`, what: title })),
    links: links.map(({ kind, target, line }) => ({ line, kind, what: target ?? '' })),
    targets: targets.map(({ kind, name, line }) => ({ line, kind, what: name })),
    tasks: tasks.map(({ kind, done, text, line }) => ({ line, kind: `${kind} ${done ? 'done' : 'open'}`, what: text })),
  };
}

function differ(subject: Subject, file: string, ours: readonly Fact[], theirs: readonly Fact[]): Difference[] {
  const left = new Map<string, number>();
  for (const fact of ours) {
    const key = show(file, fact);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const differences: Difference[] = [];
  for (const fact of theirs) {
    const key = show(file, fact);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    if (count === 0) {
      differences.push({ subject, side: 'missing', fact: key });
      left.set(key, 0);
    }
  }
  for (const [fact, count] of left) {
    differences.push(...Array.from({ length: count }, () => ({ subject, side: 'extra', fact }) as const));
  }
  return differences;
}

function show(file: string, { line, kind, what }: Fact): string {
  return `${file}:${line} ${kind} ${what.replace(/\s+/g, ' ')}`;
}
