/**
 * `npm run fuzz -- [FOLDER] [--minutes 60] [--seed 1]`: random and damaged notes through our reader and through docutils.
 * Each new kind of difference in headings, links or targets is printed as the smallest note that has it. With FOLDER,
 * pieces of the notes in there are damaged too.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { decode } from '../../server/src/workspace/decode.ts';
import { anyNote, damage } from '../support/rstArbitrary.ts';
import { askDocutils } from './askDocutils.ts';
import { compareNote, type Difference } from './compare.ts';
import { findOracle, type OracleFacts } from './shared.ts';

const BATCH = 400;

/**
 * What docutils says of notes that we knowingly read otherwise. A directive that it does not know may be one of an
 * extension, which has a name or stands for a substitution. Behind a malformed table it reads some lines twice, and tables
 * in directives are left out for more reasons than we look for.
 */
const KNOWN_PROBLEMS: ReadonlySet<string> = new Set(['unknown-directive', 'table']);

/**
 * The same by what docutils says: a figure loses its content, which it has read before, and a substitution with something
 * wrong in its text is not defined, nor is what its text would define.
 */
const KNOWN_MESSAGES =
  /^(?:Figure caption must be|Substitution definition contains illegal|Error in "replace" directive)/;

/**
 * What the facts do not tell rightly: NUL, which docutils uses for its own ends; a byte order mark, which Python takes for
 * white space; a toctree without blank line; the name of an image that is a link (`:t\\arget:` as well), and of a figure; a name that is empty;
 * nothing included; escapes in the name of a substitution.
 */
const KNOWN_TEXT =
  /[\0\ufeff]|toctree|:\\?t\\?a\\?r\\?g\\?e\\?t:|figure::[\s\S]*:name:|:name:\s*$|include::[^!-~]*$|\.\. \|.*\\/m;

/** Differences of each text; none of those that are known. */
function differencesOf(script: string, texts: readonly string[]): (readonly Difference[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'talk-notes-fuzz-'));
  try {
    texts.forEach((text, index) => {
      writeFileSync(join(folder, `${index}.rst`), text);
    });
    const facts = new Map(askDocutils(script, folder, '.rst').map((each) => [each.file, each]));
    return texts.map((text, index) => differences(text, facts.get(`${index}.rst`)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function differences(text: string, oracle: OracleFacts | undefined): readonly Difference[] {
  const isKnown = ({ kind, text: message }: OracleFacts['problems'][number]): boolean =>
    KNOWN_PROBLEMS.has(kind) || KNOWN_MESSAGES.test(message);
  if (KNOWN_TEXT.test(text) || oracle === undefined || oracle.problems.some(isKnown)) {
    return [];
  }
  // A role that docutils does not know is its text to us, as it will be to the reader, and as it is written to docutils.
  const hasUnknownRole = oracle.problems.some(({ kind }) => kind === 'unknown-role');
  return compareNote(decode(Buffer.from(text)).text, oracle).differences.filter(
    ({ subject, side, fact }) =>
      subject !== 'tasks' &&
      // What a table of contents is named by is such a text, too.
      !(hasUnknownRole && (subject === 'headings' || fact.includes(' name-option '))) &&
      // The facts do not have those that stand behind their text.
      !(side === 'extra' && fact.includes(' unknown-role ')),
  );
}

/** The smallest text made from `text` by taking out lines, then characters, that still has a difference. */
function shrink(script: string, text: string): string {
  let best = text;
  for (const apart of [/(?<=\n)/, /(?=[\s\S])/u]) {
    for (let found = true; found; ) {
      const parts = best.split(apart);
      const smaller = [...without(parts)].map((each) => each.join(''));
      const index = differencesOf(script, smaller).findIndex((each) => each.length > 0);
      found = index >= 0;
      best = smaller[index] ?? best;
    }
  }
  return best;
}

/** `parts` with halves, quarters and so on of them taken out, the largest first. */
function* without<T>(parts: readonly T[]): Generator<readonly T[]> {
  for (
    let size = Math.ceil(parts.length / 2);
    size >= 1 && parts.length > 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let at = 0; at < parts.length; at += size) {
      yield [...parts.slice(0, at), ...parts.slice(at + size)];
    }
  }
}

/** Pieces of some thirty lines of the notes below `folder`. */
function piecesOf(folder: string | undefined): fc.Arbitrary<string> | undefined {
  const names = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const pieces = names
    .filter((name) => /\.(?:rst|txt)$/.test(name))
    .flatMap((name) => readFileSync(join(folder!, name), 'utf8').match(/(?:.*\n){1,30}/g) ?? []);
  return pieces.length === 0 ? undefined : damage(fc.constantFrom(...pieces));
}

/** What makes two differences the same for whoever looks at them: no line, no name. */
function signature({ subject, side, fact }: Difference): string {
  return `${side} ${subject} ${fact.split(' ')[1]}`;
}

function fuzz(script: string, notes: fc.Arbitrary<string>, minutes: number, firstSeed: number): void {
  const seen = new Map<string, number>();
  const end = performance.now() + minutes * 60_000;
  let read = 0;
  for (let seed = firstSeed; performance.now() < end; seed++) {
    const texts = fc.sample(notes, { numRuns: BATCH, seed });
    read += texts.length;
    differencesOf(script, texts).forEach((found, index) => {
      const key = [...new Set(found.map(signature))].sort().join(', ');
      const times = seen.get(key) ?? 0;
      if (key !== '' && times < 3) {
        const least = shrink(script, texts[index]!);
        console.log(`\nseed ${seed}: ${key}\n${JSON.stringify(least)}`);
        console.log(
          differencesOf(script, [least])[0]
            ?.map(({ side, fact }) => `  ${side} ${fact}`)
            .join('\n'),
        );
      }
      seen.set(key, times + 1);
    });
  }
  const differing = [...seen].reduce((sum, [key, times]) => sum + (key === '' ? 0 : times), 0);
  console.log(`\n${read} notes, of which ${differing} were read otherwise than docutils does.`);
}

const { values, positionals } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const { script, why } = findOracle();
if (why === undefined) {
  const pieces = piecesOf(positionals[0] && resolve(positionals[0]));
  const notes = pieces === undefined ? anyNote : fc.oneof(anyNote, pieces);
  fuzz(script, notes, Number(values.minutes), Number(values.seed));
} else {
  console.log(`Not run: ${why}`);
}
