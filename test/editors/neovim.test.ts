/** The server in Neovim, without a screen. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { which } from '../../scripts/support/which.ts';
import { EditorFolder, type Outcome } from './editorFolder.ts';

describe('in Neovim', function () {
  this.timeout(60_000);
  const folder = new EditorFolder();
  let outcome: Outcome;

  before(function () {
    const nvim = which('nvim');
    if (!nvim) {
      console.log('    Neovim is not installed: apt-get install neovim');
      this.skip();
      return;
    }
    const script = join(import.meta.dirname, 'drive.lua');
    const options = { env: folder.environment, stdio: 'pipe', timeout: 50_000 } as const;
    execFileSync(nvim, ['--headless', '--clean', '-c', `luafile ${script}`], options);
    outcome = folder.outcome;
    assert.equal(outcome.failure, undefined);
  });

  after(() => folder.dispose());

  it('a note has its outline', () => {
    assert.equal(outcome.outline, 'Harbour Days;Later;');
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

  it('a finding goes by quick fix', () => {
    assert.equal(outcome.ignored, '.. talk-notes-ignore: link.file-missing slides.pdf');
  });
});
