/** Another name for a note or file, and for the paths that lead to it. */

import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath, workspaceRoot } from '../../core/index/workspaceRoot.ts';
import { basename, dirname, extname, join, type NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { Move } from '../moves/movedPaths.ts';
import { lostLinks, moveEdits, notesToUpdate } from '../moves/moveEdits.ts';
import type { NoteChanges, Texts } from '../noteEdits.ts';
import type { Refused } from './renamable.ts';

/** Control characters, and what a file name cannot hold on one system or another. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const FORBIDDEN = /[\x00-\x1f<>:"|?*\\]/;

/** What people call the file where a link leaves its suffix out, or not. */
export function fileName(path: NotePath, isBare: boolean): string {
  const name = basename(path);
  return isBare ? name.slice(0, name.length - extname(path).length) : name;
}

/** The move that gives the file at `path` the name `name`, which may go through folders. */
export function fileMove(snapshot: Snapshot, path: NotePath, name: string, isBare: boolean): Move | Refused {
  const suffix = stateOf(snapshot, path) === 'folder' ? '' : extname(path);
  const to = join(dirname(path), hasSuffix(name, suffix, isBare) ? name : name + suffix);
  if (FORBIDDEN.test(name) || /(?:^|\/)$/.test(name) || basename(to) === suffix) {
    return { refused: say('“{0}” cannot be the name of a file.', name) };
  }
  if (workspaceRoot(snapshot.roots, to) !== workspaceRoot(snapshot.roots, path)) {
    return { refused: say('{0} is outside of the workspace.', displayPath(snapshot.roots, to)) };
  }
  const isSame = to.toLowerCase() === path.toLowerCase();
  const isThere =
    snapshot.notes.get(to) !== undefined || ['file', 'folder', 'case-mismatch'].includes(stateOf(snapshot, to));
  return isThere && !isSame
    ? { refused: say('{0} is there already.', displayPath(snapshot.roots, to)) }
    : { from: path, to };
}

/** Whether `name` says what kind of file it is; one that says nothing goes on being what it was. */
function hasSuffix(name: string, suffix: string, isBare: boolean): boolean {
  return isBare ? name.toLowerCase().endsWith(suffix.toLowerCase()) : /^\.[a-z]\w*$/i.test(extname(name));
}

/** Notes whose texts the rename needs. */
export function notesOfFile(snapshot: Snapshot, move: Move): readonly NotePath[] {
  return notesToUpdate(snapshot, [move]);
}

/** The file renamed, and the links that lead to it or stand in it. */
export function renameFile(snapshot: Snapshot, texts: Texts, move: Move): NoteChanges | Refused {
  const lost = lostLinks(snapshot, [move], texts)[0];
  if (lost !== undefined) {
    const line = lost.entry.note.lines.lineAt(lost.holder.span.start) + 1;
    const where = displayPath(snapshot.roots, lost.entry.path);
    return { refused: say('“{0}” cannot be written in line {1} of {2}.', lost.path, line, where) };
  }
  return { edits: moveEdits(snapshot, [move], texts), renames: [move] };
}

function stateOf({ files }: Snapshot, path: NotePath): string {
  return files.lookup(path).state;
}
