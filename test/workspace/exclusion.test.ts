import assert from 'node:assert/strict';
import { Exclusion } from '../../server/src/workspace/exclusion.ts';

interface Setup {
  readonly globs?: readonly string[];
  readonly ignoreFiles?: boolean;
  readonly roots?: readonly string[];
  /** `.gitignore` texts by folder. */
  readonly ignored?: Record<string, string>;
}

function rule({ globs = [], ignoreFiles = true, roots = ['/w'], ignored = {} }: Setup): Exclusion {
  const exclusion = new Exclusion(roots, new Map(roots.map((root) => [root, { globs, ignoreFiles }])));
  for (const [folder, text] of Object.entries(ignored)) {
    exclusion.learn(folder, [{ name: '.gitignore', kind: 'file' }], text);
  }
  return exclusion;
}

function included(setup: Setup, ...paths: string[]): readonly string[] {
  const exclusion = rule(setup);
  return paths.filter((path) => exclusion.isIncludedNote(path));
}

describe('exclusion', () => {
  it('takes notes in workspace folders only', () => {
    assert.deepEqual(included({}, '/w/a.rst', '/w/b/c.REST', '/w/a.txt', '/w/rst', '/other/a.rst', '/wa/a.rst'), [
      '/w/a.rst',
      '/w/b/c.REST',
    ]);
  });

  it('leaves out what tools make', () => {
    const out = ['.git', 'node_modules', '_build', '.tox', '.venv', 'site-packages', '__pycache__'];
    assert.deepEqual(included({}, ...out.flatMap((name) => [`/w/${name}/a.rst`, `/w/b/${name}/c/a.rst`])), []);
  });

  it('keeps notes about building and distributing', () => {
    const notes = ['/w/build/a.rst', '/w/dist/a.rst', '/w/out/a.rst', '/w/_build.rst'];
    assert.deepEqual(included({}, ...notes), notes);
  });

  it('knows generated folders by what is in them', () => {
    for (const mark of ['pyvenv.cfg', 'CACHEDIR.TAG', '.buildinfo']) {
      const exclusion = rule({});
      exclusion.learn('/w/env', [{ name: mark, kind: 'file' }], undefined);
      assert.equal(exclusion.isIncludedNote('/w/env/lib/a.rst'), false, mark);
      exclusion.learn('/w/env', [], undefined);
      assert.equal(exclusion.isIncludedNote('/w/env/lib/a.rst'), true, `without ${mark}`);
    }
  });

  it('never excludes a workspace folder itself', () => {
    const exclusion = rule({ roots: ['/w/_build'] });
    exclusion.learn('/w/_build', [{ name: '.buildinfo', kind: 'file' }], undefined);
    assert.equal(exclusion.isIncludedNote('/w/_build/a.rst'), true);
  });

  it('does not go into links to folders', () => {
    const exclusion = rule({});
    exclusion.learn('/w', [{ name: 'loop', kind: 'folder', link: true }], undefined);
    assert.equal(exclusion.isIncludedNote('/w/loop/a.rst'), false);
    assert.equal(exclusion.isIncludedFolder('/w/loop'), false);
  });

  it("reads globs as VS Code's files.exclude does", () => {
    const globs = ['**/private', '*.tmp.rst', 'drafts/**', '**/*.{bak,old}.rst', 'top', '[!a]x.rst'];
    assert.deepEqual(
      included(
        { globs },
        '/w/private/a.rst',
        '/w/b/private/c/a.rst',
        '/w/a.tmp.rst',
        '/w/b/a.tmp.rst',
        '/w/drafts/a.rst',
        '/w/b/a.old.rst',
        '/w/top/a.rst',
        '/w/b/top/a.rst',
        '/w/ax.rst',
        '/w/bx.rst',
      ),
      ['/w/b/a.tmp.rst', '/w/b/top/a.rst', '/w/ax.rst'],
    );
  });

  it('reads nested .gitignore files, the nearest first', () => {
    const ignored = { '/w': '*.draft.rst\nold/\n/secret.rst\n', '/w/b': '!keep.draft.rst\n' };
    assert.deepEqual(
      included(
        { ignored },
        '/w/a.draft.rst',
        '/w/b/keep.draft.rst',
        '/w/b/other.draft.rst',
        '/w/b/old/a.rst',
        '/w/secret.rst',
        '/w/b/secret.rst',
        '/w/a.rst',
      ),
      ['/w/b/keep.draft.rst', '/w/b/secret.rst', '/w/a.rst'],
    );
  });

  it('does not bring back what lies in an ignored folder, as git does not', () => {
    assert.deepEqual(included({ ignored: { '/w': 'old/\n', '/w/old': '!a.rst\n' } }, '/w/old/a.rst'), []);
  });

  it('takes all in a folder that a nearer .gitignore keeps, but for what rules say of itself', () => {
    const ignored = { '/w': 'build/\na/**/c\n*.tmp.rst\n', '/w/a': '!build/\n!c/\n' };
    assert.deepEqual(
      included(
        { ignored },
        '/w/a/build/a.rst',
        '/w/a/build/b/a.rst',
        '/w/a/build/a.tmp.rst',
        '/w/a/b/c/a.rst',
        '/w/a/b/c/d/a.rst',
        '/w/build/a.rst',
      ),
      ['/w/a/build/a.rst', '/w/a/build/b/a.rst', '/w/a/b/c/a.rst', '/w/a/b/c/d/a.rst'],
    );
  });

  it('leaves .gitignore alone where the user says so', () => {
    assert.deepEqual(included({ ignoreFiles: false, ignored: { '/w': '*.rst\n' } }, '/w/a.rst'), ['/w/a.rst']);
  });

  it('goes by the innermost of nested workspace folders', () => {
    const exclusion = new Exclusion(
      ['/w', '/w/inner'],
      new Map([
        ['/w', { globs: ['inner', 'x.rst'], ignoreFiles: true }],
        ['/w/inner', { globs: [], ignoreFiles: true }],
      ]),
    );
    assert.equal(exclusion.isIncludedNote('/w/inner/x.rst'), true);
    assert.equal(exclusion.isIncludedNote('/w/x.rst'), false);
  });
});
