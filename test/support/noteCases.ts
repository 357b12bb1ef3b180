/**
 * Cases of reading notes, kept as plain text because that is what they are about: nothing in them is
 * escaped. A file of `test/fixtures/rst` or `test/fixtures/markdown` holds cases like this one:
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
import type { Dialect } from '../../server/src/core/dialects/dialect.ts';
import { defaultParseOptions } from '../../server/src/core/dialects/dialect.ts';
import { markdown } from '../../server/src/core/dialects/markdown/markdown.ts';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import { type SnapshotSubject, snapshotLines } from './noteSnapshot.ts';

export const { todoSections } = defaultParseOptions;

interface NoteCase {
  readonly name: string;
  readonly remarks: readonly string[];
  readonly source: string;
  readonly subject: SnapshotSubject;
  readonly expected: readonly string[];
}

const subjects: Readonly<Record<string, SnapshotSubject>> = { is: 'facts', folds: 'folds', leads: 'leads' };

/** The cases of one format. */
class NoteCases {
  readonly #dialect: Dialect;
  readonly #folder: string;

  /** `dialect` reads them; they stand in `folder` of test/fixtures. */
  constructor(dialect: Dialect, folder: string) {
    this.#dialect = dialect;
    this.#folder = fileURLToPath(new URL(`../fixtures/${folder}/`, import.meta.url));
  }

  /** Names of the files of cases, in alphabetical order. */
  files(): readonly string[] {
    return readdirSync(this.#folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => file.slice(0, -'.txt'.length))
      .toSorted();
  }

  /** All cases of all files. */
  all(): readonly NoteCase[] {
    return this.files().flatMap((name) => readCases(readFileSync(this.#fileOf(name), 'utf8')));
  }

  /** Makes a test of each case in the file `name`. */
  checkFile(name: string): void {
    const file = this.#fileOf(name);
    const cases = readCases(readFileSync(file, 'utf8'));
    describe(`${this.#dialect.id}: ${name}`, () => {
      for (const each of cases) {
        it(each.name, () => this.check(each.source, each.expected, each.subject));
      }
    });
    if (process.env.UPDATE_CASES === '1') {
      writeFileSync(file, writeCases(cases.map((each) => ({ ...each, expected: this.#actual(each) }))));
    }
  }

  /** Holds what is read from `source` against `expected`, the lines of a snapshot. */
  check(source: string, expected: readonly string[], subject: SnapshotSubject = 'facts'): void {
    assert.deepEqual(this.#actual({ source, subject }), expected);
  }

  #fileOf(name: string): string {
    return `${this.#folder}${name}.txt`;
  }

  #actual({ source, subject }: Pick<NoteCase, 'source' | 'subject'>): readonly string[] {
    return snapshotLines(source, this.#dialect.parse(source, { todoSections }), subject);
  }
}

export const rstCases = new NoteCases(rst, 'rst');
export const markdownCases = new NoteCases(markdown, 'markdown');

/** The cases that `text` writes. */
function readCases(text: string): readonly NoteCase[] {
  const [before, ...blocks] = text.split(/^@@ (?!#|(?:is|folds|leads)$)/m);
  assert.equal(before, '', 'a file of cases starts with a case');
  return blocks.map(readCase);
}

function readCase(block: string): NoteCase {
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

function writeCases(cases: readonly NoteCase[]): string {
  return cases
    .map(({ name, remarks, source, subject, expected }) => {
      const asks = Object.keys(subjects).find((word) => subjects[word] === subject);
      return [`@@ ${name}`, ...remarks, `${source}@@ ${asks}`, ...expected, ''].join('\n');
    })
    .join('\n');
}
