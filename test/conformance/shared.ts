/** The reference notes and docutils' facts about them, which stand beside the project where they are at hand at all. */
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
  readonly problems: readonly { readonly kind: string; readonly line: number }[];
}

/** docutils' facts about the reference notes, one per note. */
export function readOracleFacts(file = factsFile): readonly OracleFacts[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OracleFacts);
}
