/** The server in Neovim, without a screen. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { which } from '../../scripts/support/which.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const talks = `Harbour Days
============

See :doc:\`other\` for more, and the slides-1_ too.

.. _slides-1: slides.pdf
Again: slides-1_

Später
------

Look at

- the recording

.. _nobody: https://example.org/
`;

interface Outcome {
  readonly failure?: string;
  readonly outline: string;
  readonly findings: readonly string[];
  readonly definition: string;
  readonly renamed: string;
  readonly action: string;
  readonly checked: string;
  readonly unchecked: string;
}

describe('in Neovim', function () {
  this.timeout(60_000);
  const workspace = new TempWorkspace();
  let outcome: Outcome;

  before(function () {
    const nvim = which('nvim');
    if (!nvim) {
      console.log('    Neovim is not installed: apt-get install neovim');
      this.skip();
      return;
    }
    workspace.write('talks.rst', talks);
    workspace.write('other.rst', 'Other\n=====\n');
    const out = join(workspace.folder, 'out.json');
    const env = {
      ...process.env,
      TALK_NOTES_NODE: process.execPath,
      TALK_NOTES_SERVER: join(import.meta.dirname, '../../server/src/platform/node/main.ts'),
      TALK_NOTES_FOLDER: workspace.folder,
      TALK_NOTES_OUT: out,
    };
    const script = join(import.meta.dirname, 'drive.lua');
    execFileSync(nvim, ['--headless', '--clean', '-c', `luafile ${script}`], { env, stdio: 'pipe', timeout: 50_000 });
    outcome = JSON.parse(readFileSync(out, 'utf8')) as Outcome;
    assert.equal(outcome.failure, undefined);
  });

  after(() => workspace.dispose());

  it('a note has its outline', () => {
    assert.equal(outcome.outline, 'Harbour Days;Später;');
  });

  it('initialization options count as settings do', () => {
    // A hint is made a warning there; as a hint it is published, too.
    assert.deepEqual([...outcome.findings].sort(), ['link.file-missing', 'target.unused']);
  });

  it('a link leads to its note', () => {
    assert.equal(outcome.definition, 'other.rst');
  });

  it('a target is renamed with its references', () => {
    assert.equal(outcome.renamed, '.. _slides-2: slides.pdf|Again: slides-2_');
  });

  it('a to-do of a section that the options name is checked off by code action, and back by command', () => {
    assert.match(outcome.action, /check/i);
    assert.match(outcome.checked, /^- \[x\] the recording$/);
    assert.match(outcome.unchecked, /^- (?:\[ \] )?the recording$/);
  });
});
