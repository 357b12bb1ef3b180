/** When a note first came to be. */
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { NotePath } from '../../../core/text/path.ts';
import { nativePath } from '../fileSystem.ts';

const PATIENCE = 5000;

/** The day of the note's first commit, where git knows one, else that of its last change: `YYYYMMDD`. */
export async function firstSeen(path: NotePath): Promise<string | undefined> {
  const native = nativePath(path);
  if (native === undefined) {
    return undefined;
  }
  return (await firstCommit(native)) ?? lastChange(native);
}

function firstCommit(native: string): Promise<string | undefined> {
  // A repository's own settings may name a program for that, or have git load what is missing from elsewhere.
  const quiet = ['log', '--no-show-signature', '--format=%as', '--diff-filter=A'];
  // Notes that were begun alike are not the same one; a name may have brackets, or begin with a colon.
  const sameFile = ['--follow', '--find-renames=90%', '--', basename(native)];
  const words = ['--literal-pathspecs', ...quiet, ...sameFile];
  const env = { ...process.env, GIT_NO_LAZY_FETCH: '1' };
  const options = { cwd: dirname(native), env, timeout: PATIENCE, windowsHide: true };
  return new Promise((resolve) => {
    // Without git, or outside of a repository, there is nothing to say.
    execFile('git', words, options, (error, stdout) => {
      const day = error ? undefined : stdout.trim().split('\n').at(-1)?.replaceAll('-', '');
      resolve(day !== undefined && /^\d{8}$/.test(day) ? day : undefined);
    });
  });
}

function lastChange(native: string): string | undefined {
  return statSync(native, { throwIfNoEntry: false })?.mtime.toISOString().slice(0, 10).replaceAll('-', '');
}
