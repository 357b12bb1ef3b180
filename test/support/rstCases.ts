/**
 * Cases of reading reStructuredText, kept as plain text because that is what they are about: nothing in them is
 * escaped. A file of `test/fixtures/rst` holds cases like this one:
 *
 *     @@ A title is underlined
 *     Title
 *     =====
 *     @@ is
 *     H1 "Title" 0:0-2:0
 *
 * What follows `@@ is` are the lines of the note's snapshot; `@@ folds` and `@@ leads` ask for those instead. A line
 * `@@ # …` is a remark. `UPDATE_CASES=1` writes what is read now as what is expected: look at the difference then.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseRst } from '../../server/src/core/dialects/rst/parse.ts';
import { type SnapshotSubject, snapshotLines } from './noteSnapshot.ts';

export const todoSections: readonly string[] = ['To Do', 'TODO', 'To-Do', 'Todo', 'Tasks', 'Action Items'];

export interface RstCase {
  readonly name: string;
  readonly remarks: readonly string[];
  readonly source: string;
  readonly subject: SnapshotSubject;
  readonly expected: readonly string[];
}

const subjects: Readonly<Record<string, SnapshotSubject>> = { is: 'facts', folds: 'folds', leads: 'leads' };
const fixtures = fileURLToPath(new URL('../fixtures/rst/', import.meta.url));

/** Names of the files of cases, in alphabetical order. */
export function caseFiles(): readonly string[] {
  return readdirSync(fixtures)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
    .toSorted();
}

/** All cases of all files. */
export function allCases(): readonly RstCase[] {
  return caseFiles().flatMap((name) => readCases(readFileSync(fileOf(name), 'utf8')));
}

/** Makes a test of each case in the file `name`. */
export function checkCases(name: string): void {
  const file = fileOf(name);
  const cases = readCases(readFileSync(file, 'utf8'));
  describe(`reStructuredText: ${name}`, () => {
    for (const each of cases) {
      it(each.name, () => check(each.source, each.expected, each.subject));
    }
  });
  if (process.env.UPDATE_CASES === '1') {
    writeFileSync(file, writeCases(cases.map((each) => ({ ...each, expected: actual(each) }))));
  }
}

/** Holds what is read from `source` against `expected`, the lines of a snapshot. */
export function check(source: string, expected: readonly string[], subject: SnapshotSubject = 'facts'): void {
  assert.deepEqual(actual({ source, subject }), expected);
}

function fileOf(name: string): string {
  return `${fixtures}${name}.txt`;
}

/** The cases that `text` writes. */
function readCases(text: string): readonly RstCase[] {
  const [before, ...blocks] = text.split(/^@@ (?!#|(?:is|folds|leads)$)/m);
  assert.equal(before, '', 'a file of cases starts with a case');
  return blocks.map(readCase);
}

function actual({ source, subject }: Pick<RstCase, 'source' | 'subject'>): readonly string[] {
  return snapshotLines(source, parseRst(source, { todoSections }), subject);
}

function readCase(block: string): RstCase {
  const [name, ...lines] = block.split('\n');
  const remarks = lines.filter((line) => line.startsWith('@@ #'));
  const rest = lines.filter((line) => !line.startsWith('@@ #'));
  const mark = rest.findIndex((line) => /^@@ (is|folds|leads)$/.test(line));
  assert.ok(mark >= 0, `case “${name}” says what it expects`);
  return {
    name: name!,
    remarks,
    source: rest
      .slice(0, mark)
      .map((line) => `${line}\n`)
      .join(''),
    subject: subjects[rest[mark]!.slice(3)]!,
    expected: rest.slice(mark + 1).filter((line) => line !== ''),
  };
}

function writeCases(cases: readonly RstCase[]): string {
  return cases
    .map(({ name, remarks, source, subject, expected }) => {
      const asks = Object.keys(subjects).find((word) => subjects[word] === subject);
      return [`@@ ${name}`, ...remarks, `${source}@@ ${asks}`, ...expected, ''].join('\n');
    })
    .join('\n');
}
