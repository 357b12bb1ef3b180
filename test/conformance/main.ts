/**
 * `npm run conformance -- FOLDER [--ext .rst,.txt]`: reads all notes below FOLDER, holds them against docutils' reading of the same files,
 * and prints what differs. Needs Python with docutils, and the script that makes its facts beside this project.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { decode } from '../../server/src/workspace/decode.ts';
import { compareNote, type Subject, subjects } from './compare.ts';
import { findOracle, type OracleFacts, readOracle } from './shared.ts';

const SHOWN = 40;

interface Tally {
  facts: number;
  missing: number;
  extra: number;
}

/** docutils' facts about all notes below `folder`. */
function askDocutils(script: string, folder: string, suffixes: string): readonly OracleFacts[] {
  return readOracle(
    execFileSync('/usr/bin/python3', ['-W', 'ignore', script, '--root', folder, '--ext', suffixes, folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  );
}

function compareFolder(script: string, folder: string, suffixes: string): Map<Subject, Tally> {
  const tallies = new Map(subjects.map((subject) => [subject, { facts: 0, missing: 0, extra: 0 }]));
  let shown = 0;
  for (const oracle of askDocutils(script, folder, suffixes)) {
    const { counts, differences } = compareNote(decode(readFileSync(join(folder, oracle.file))).text, oracle);
    for (const subject of subjects) {
      tallies.get(subject)!.facts += counts[subject];
    }
    for (const { subject, side, fact } of differences) {
      tallies.get(subject)![side]++;
      // What counts as a to-do is a rule of our own, wider here and narrower there than that of the facts.
      if (subject !== 'tasks' && shown++ < SHOWN) {
        console.log(`${side.padEnd(7)} ${subject.padEnd(8)} ${fact}`);
      }
    }
  }
  if (shown > SHOWN) {
    console.log(`… and ${shown - SHOWN} more`);
  }
  return tallies;
}

const { values, positionals } = parseArgs({
  options: { ext: { type: 'string', default: '.rst,.rest' } },
  allowPositionals: true,
});
const [given] = positionals;
const { script, why } = findOracle();
if (given === undefined) {
  console.error('Usage: npm run conformance -- FOLDER [--ext .rst,.txt]');
  process.exitCode = 2;
} else if (why !== undefined) {
  console.log(`reStructuredText: not run, ${why}`);
} else {
  for (const [subject, { facts, missing, extra }] of compareFolder(script, resolve(given), values.ext)) {
    const share = facts === 0 ? '' : ` ${((1 - missing / facts) * 100).toFixed(2)} %`;
    console.log(`${subject.padEnd(8)} ${facts} facts, ${missing} missing, ${extra} extra${share}`);
  }
}
