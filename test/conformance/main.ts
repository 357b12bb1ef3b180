/**
 * `npm run conformance -- FOLDER [--ext .rst,.txt]`: reads all notes below FOLDER and prints where docutils (for
 * reStructuredText) and micromark (for Markdown) read something else. docutils needs Python, and the script that makes
 * its facts beside this project.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../../server/src/workspace/decode.ts';
import { askDocutils } from './askDocutils.ts';
import { compareNote } from './compare.ts';
import { compareMarkdown } from './compareMarkdown.ts';
import { findOracle } from './shared.ts';

const SHOWN = 40;

/** How the reading of many files compares; says the first differences at once. */
class Report {
  readonly #title: string;
  readonly #tallies = new Map<string, { facts: number; missing: number; extra: number }>();
  #files = 0;
  #differences = 0;

  constructor(title: string) {
    this.#title = title;
  }

  add(counts: Readonly<Record<string, number>>): void {
    this.#files++;
    for (const [subject, count] of Object.entries(counts)) {
      this.#tally(subject).facts += count;
    }
  }

  differ(subject: string, side: 'missing' | 'extra', fact: string, isShown = true): void {
    this.#tally(subject)[side]++;
    if (isShown && this.#differences++ < SHOWN) {
      console.log(`${side.padEnd(7)} ${subject.padEnd(11)} ${fact}`);
    }
  }

  print(): void {
    if (this.#differences > SHOWN) {
      console.log(`… and ${this.#differences - SHOWN} more`);
    }
    console.log(`\n${this.#title}: ${this.#files} files`);
    for (const [subject, { facts, missing, extra }] of this.#tallies) {
      const share = facts === 0 ? '' : `, ${((1 - missing / facts) * 100).toFixed(2)} %`;
      console.log(`${subject.padEnd(11)} ${facts} facts, ${missing} missing, ${extra} extra${share}`);
    }
  }

  #tally(subject: string) {
    const tally = this.#tallies.get(subject) ?? { facts: 0, missing: 0, extra: 0 };
    this.#tallies.set(subject, tally);
    return tally;
  }
}

function compareRst(script: string, folder: string, suffixes: string): void {
  const report = new Report('reStructuredText beside docutils');
  for (const oracle of askDocutils(script, folder, suffixes)) {
    const { counts, differences } = compareNote(decode(readFileSync(join(folder, oracle.file))).text, oracle);
    report.add(counts);
    for (const { subject, side, fact } of differences) {
      // What counts as a to-do is a rule of our own, wider here and narrower there than that of the facts.
      report.differ(subject, side, fact, subject !== 'tasks');
    }
  }
  report.print();
}

function compareMarkdownFolder(folder: string): void {
  const report = new Report('Markdown beside micromark');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/\.(?:md|markdown)$/i.test(name)) {
      const { counts, differences } = compareMarkdown(decode(readFileSync(join(folder, name))).text);
      report.add(counts);
      for (const { group, side, fact } of differences) {
        report.differ(group, side, `${name}: ${fact}`);
      }
    }
  }
  report.print();
}

const { values, positionals } = parseArgs({
  options: { ext: { type: 'string', default: '.rst,.rest' } },
  allowPositionals: true,
});
const [given] = positionals;
if (given === undefined) {
  console.error('Usage: npm run conformance -- FOLDER [--ext .rst,.txt]');
  process.exitCode = 2;
} else {
  const { script, why } = findOracle();
  if (why === undefined) {
    compareRst(script, resolve(given), values.ext);
  } else {
    console.log(`reStructuredText beside docutils: not run, ${why}`);
  }
  compareMarkdownFolder(resolve(given));
}
