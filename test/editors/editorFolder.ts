/** What a test in another editor needs: a folder of notes, the server on the path, and the set-up that our guide shows. */
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const root = join(import.meta.dirname, '../..');

const talks = `Harbour Days
============

See :doc:\`other\` for more, and the slides-1_ too.

.. _slides-1: slides.pdf
Again: slides-1_

Later
-----

Look at

- the recording

.. _nobody: https://example.org/
`;

/** What came of driving an editor. */
export interface Outcome {
  readonly failure?: string;
  readonly outline: string;
  readonly findings: readonly string[];
  readonly definition: string;
  readonly renamed: string;
  readonly action: string;
  readonly checked: string;
  readonly unchecked: string;
  /** The last line once a finding is left out; where the editor's test takes that fix. */
  readonly ignored?: string;
}

export class EditorFolder {
  readonly #workspace = new TempWorkspace({
    'talks.rst': talks,
    'other.rst': 'Other\n=====\n',
    'bin/talk-notes-server': `#!/bin/sh\nexec "$TALK_NOTES_NODE" "$TALK_NOTES_SERVER" "$@"\n`,
  });
  readonly #out = join(this.path, 'out.json');

  constructor() {
    chmodSync(join(this.path, 'bin/talk-notes-server'), 0o755);
  }

  get path(): string {
    return this.#workspace.folder;
  }

  /** Writes a file; gives its path. */
  write(name: string, content: string): string {
    this.#workspace.write(name, content);
    return join(this.path, name);
  }

  /** The environment of the editor. Its home is the folder, so that nothing of the person who tests counts. */
  get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      HOME: this.path,
      PATH: `${join(this.path, 'bin')}${delimiter}${process.env.PATH}`,
      TALK_NOTES_NODE: process.execPath,
      TALK_NOTES_SERVER: join(root, 'server/src/platform/node/main.ts'),
      TALK_NOTES_FOLDER: this.path,
      TALK_NOTES_OUT: this.#out,
    };
  }

  /** What the editor wrote. */
  get outcome(): Outcome {
    return JSON.parse(readFileSync(this.#out, 'utf8')) as Outcome;
  }

  dispose(): void {
    this.#workspace.dispose();
  }
}

/** The first block of this language in `docs/other-editors.md`. */
export function documentedSetUp(language: string, heading: string): string {
  const page = readFileSync(join(root, 'docs/other-editors.md'), 'utf8');
  const section = page.slice(page.indexOf(`\n## ${heading}\n`));
  const block = section.split(`\n\`\`\`${language}\n`).at(1)?.split('\n```').at(0);
  if (block === undefined) throw new Error(`no ${language} below ${heading}`);
  return block;
}
