/** The reference notes and docutils' facts about them, which stand beside the project where they are at hand at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const corpusRoot = `${shared}corpus/my-memory`;
const factsFile = `${shared}oracle/facts-my-memory.jsonl`;

/** Why tests on the reference notes cannot run; `undefined` where they can. */
export const missingCorpus =
  existsSync(corpusRoot) && existsSync(factsFile) ? undefined : 'the reference notes (../shared) are not here';

export interface OracleFacts {
  readonly file: string;
  readonly headings: readonly { readonly title: string; readonly level: number; readonly line: number }[];
  readonly links: readonly { readonly kind: string; readonly target: string | null; readonly line: number }[];
  readonly targets: readonly { readonly kind: string; readonly name: string; readonly line: number }[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly done: boolean;
    readonly text: string;
    readonly line: number;
  }[];
  readonly problems: readonly { readonly kind: string; readonly line: number; readonly text: string }[];
}

/** docutils' facts about the reference notes, one per note. */
export function readOracleFacts(): readonly OracleFacts[] {
  return readOracle(readFileSync(factsFile, 'utf8'));
}

/** Facts as docutils' script prints them: one JSON object a line. Notes that docutils itself cannot read are left out. */
export function readOracle(printed: string): readonly OracleFacts[] {
  return printed
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleFacts & { readonly error?: string })
    .filter(({ error }) => error === undefined);
}

/** The script that makes facts with docutils, and why it cannot run; `why` is absent where it can. */
export function findOracle(): { readonly script: string; readonly why?: string } {
  const script = `${shared}oracle/rst_facts.py`;
  if (!existsSync(script)) {
    return { script, why: 'the script that asks docutils (../shared/oracle) is not here' };
  }
  const { status } = spawnSync('/usr/bin/python3', ['-c', 'import docutils']);
  return status === 0 ? { script } : { script, why: "docutils is not here (Debian's python3-docutils)" };
}
