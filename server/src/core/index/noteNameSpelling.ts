/** How a wiki link names a note or file. */
import type { NoteNameTarget } from '../model/link.ts';
import { dirname, extname, type NotePath, relativePath } from '../text/path.ts';
import { isNoteSuffix } from './noteSuffixes.ts';
import { resolve } from './resolve.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The name of `to` for a wiki link in the note at `from`: that of the file, with as many folders in front as it takes to
 * be understood, and with a note's suffix where `old` has one.
 */
export function noteNameSpelling(snapshot: Snapshot, from: NotePath, old: NoteNameTarget, to: NotePath): string {
  const suffix = extname(to);
  const isBare = isNoteSuffix(suffix) && !isNoteSuffix(extname(old.name));
  const whole = isBare ? to.slice(0, to.length - suffix.length) : to;
  const parts = whole.split('/').filter((part) => part !== '');
  if (/^\.{1,2}\//.test(old.name)) {
    const written = relativePath(dirname(from), whole);
    return written.startsWith('../') ? written : `./${written}`;
  }
  for (let count = old.name.split('/').length; count <= parts.length; count++) {
    const name = parts.slice(-count).join('/');
    const found = resolve(snapshot, from, { type: 'note-name', name });
    if ((found.type === 'note' || found.type === 'file') && found.path === to) {
      return name;
    }
  }
  return relativePath(dirname(from), whole);
}
