/** When a note first came to be, asked of a git that others may have set up. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { which } from '../../scripts/support/which.ts';
import { firstSeen } from '../../server/src/platform/node/web/noteHistory.ts';
import { uriToPath } from '../../server/src/workspace/notePath.ts';
import { TempWorkspace } from '../support/tempWorkspace.ts';

const LONG = 'A heading of a template.\n\nTo do.\n\nLinks.\n\n';

describe('the day of a note', () => {
  let workspace: TempWorkspace;

  beforeEach(() => {
    workspace = new TempWorkspace({ 'note.rst': 'Note\n' });
  });

  afterEach(() => workspace.dispose());

  const git = (...words: readonly string[]) => {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const env = { ...process.env, GIT_AUTHOR_DATE: '2019-05-02T12:00:00Z' };
    execFileSync('git', [...identity, ...words], { cwd: workspace.folder, env, stdio: 'pipe' });
  };

  it('is that of its last change where there is no repository', async () => {
    utimesSync(join(workspace.folder, 'note.rst'), new Date(2018, 2, 4, 12), new Date(2018, 2, 4, 12));
    assert.equal(await firstSeen(pathOf('note.rst')), '20180304');
  });

  it('is that of its first commit, and no program that the repository names is run for it', async function () {
    if (which('git') === undefined || process.platform === 'win32') this.skip();
    const ran = join(workspace.folder, 'ran');
    workspace.write(
      'program',
      `#!/bin/sh\ncat > /dev/null\ntouch '${ran}'\necho '[GNUPG:] SIG_CREATED ' >&2\necho signature\n`,
    );
    chmodSync(join(workspace.folder, 'program'), 0o755);
    git('init', '--quiet');
    git('config', 'gpg.program', join(workspace.folder, 'program'));
    git('add', 'note.rst');
    git('commit', '--quiet', '--gpg-sign', '--message', 'First');
    git('config', 'log.showSignature', 'true');
    assert.ok(existsSync(ran), 'the commit is signed');
    workspace.remove('ran');
    assert.equal(await firstSeen(pathOf('note.rst')), '20190502');
    assert.ok(!existsSync(ran));
  });

  it('is that of its first commit under another name, too', async () => {
    git('init', '--quiet');
    commit('2011-05-06', { 'old.rst': LONG });
    commit('2012-01-01', { 'old.rst': `${LONG}More.\n` });
    git('mv', 'old.rst', 'new.rst');
    commit('2013-01-01', {});
    assert.equal(await firstSeen(pathOf('new.rst')), '20110506');
  });

  it('is found for names that git could take for patterns, and for notes that began alike', async () => {
    git('init', '--quiet');
    commit('2011-05-06', { 'talk [1].rst': `First\n\n${LONG}` });
    commit('2012-05-06', { 'talk 1.rst': `Second of them\n\n${LONG}`, ':top.rst': 'Top\n' });
    const names = ['talk [1].rst', 'talk 1.rst', ':top.rst'];
    const found = await Promise.all(names.map((name) => firstSeen(pathOf(name))));
    assert.deepEqual(found, ['20110506', '20120506', '20120506']);
  });

  it('is unknown for a note that is not there', async () => {
    assert.equal(await firstSeen(pathOf('none.rst')), undefined);
  });

  function commit(day: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      workspace.write(name, text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--message', 'More', '--date', `${day}T12:00:00Z`);
  }

  function pathOf(name: string) {
    return uriToPath(workspace.uri(name))!;
  }
});
