/** The server in Neovim, without a screen. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { which } from '../../scripts/support/which.ts';
import { EditorFolder, type Outcome } from './editorFolder.ts';
import { itWorksAsAnEditor } from './session.ts';

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

  itWorksAsAnEditor(() => outcome);

  it('a finding goes by quick fix', () => {
    assert.equal(outcome.ignored, '.. talk-notes-ignore: link.file-missing slides.pdf');
  });
});
