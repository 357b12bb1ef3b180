/** The server in Emacs, without a screen, set up as our guide says. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { which } from '../../scripts/support/which.ts';
import { documentedSetUp, EditorFolder, type Outcome } from './editorFolder.ts';
import { itWorksAsAnEditor } from './session.ts';

describe('in Emacs', function () {
  this.timeout(120_000);
  const folder = new EditorFolder();
  let outcome: Outcome;

  before(function () {
    const emacs = which('emacs');
    const hasEglot = ['-q', '--batch', '--eval', "(require 'eglot)"];
    if (!emacs || spawnSync(emacs, hasEglot).status !== 0) {
      console.log('    Emacs with eglot is not installed: apt-get install emacs-nox elpa-eglot');
      this.skip();
      return;
    }
    folder.write('set-up.el', documentedSetUp('elisp', 'Emacs'));
    const script = join(import.meta.dirname, 'drive.el');
    const env = folder.environment;
    execFileSync(emacs, ['-q', '--batch', '--load', script], { env, stdio: 'pipe', timeout: 100_000 });
    outcome = folder.outcome;
    assert.equal(outcome.failure, undefined);
  });

  after(() => folder.dispose());

  itWorksAsAnEditor(() => outcome);
});
