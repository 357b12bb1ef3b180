/** Names of notes for wiki links: a file's name where only one note has it, else its path. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import { foldName, namesOf } from '../../core/index/noteNames.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { displayPath } from '../../core/index/workspaceRoot.ts';
import { basename, extname, type NotePath } from '../../core/text/path.ts';
import { noteTitle } from '../sections.ts';
import type { CompletionInput } from './completionInput.ts';
import { MOST_PROPOSALS, type Proposal } from './completionItem.ts';
import { fits } from './fits.ts';

export function noteNameProposals({ snapshot, path, written, entry: from }: CompletionInput): readonly Proposal[] {
  const proposals: Proposal[] = [];
  for (const entry of snapshot.notes.entries()) {
    const isFitting = entry.path !== path && (written === '' || isNamed(namesOf(entry), entry.path, written));
    const name = isFitting ? from.dialect.writes.noteName(shortestName(snapshot, entry.path)) : undefined;
    if (name !== undefined) {
      proposals.push({ label: name, kind: 'note', detail: detailOf(snapshot, entry) });
    }
    if (proposals.length > MOST_PROPOSALS) {
      break;
    }
  }
  return proposals;
}

function isNamed(names: ReadonlySet<string>, path: NotePath, written: string): boolean {
  const wanted = foldName(written);
  for (const name of names) {
    if (fits(name, wanted)) {
      return true;
    }
  }
  return written.includes('/') && fits(path, wanted);
}

function shortestName(snapshot: Snapshot, path: NotePath): string {
  const stem = withoutSuffix(basename(path));
  return snapshot.notes.notesNamed(foldName(stem)).length <= 1 ? stem : shownPath(snapshot, path);
}

/** The title; of a note without one, the path. */
function detailOf(snapshot: Snapshot, { note, path }: NoteEntry): string {
  const name = basename(path);
  const title = noteTitle(note, name);
  return title === name ? shownPath(snapshot, path) : title;
}

function shownPath(snapshot: Snapshot, path: NotePath): string {
  return withoutSuffix(displayPath(snapshot.roots, path));
}

function withoutSuffix(path: NotePath): string {
  return path.slice(0, path.length - extname(path).length);
}
