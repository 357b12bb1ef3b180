/** The texts of notes as they are at this moment, for features that write. */
import type { NoteChange } from '../core/index/noteIndex.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import type { LineIndex } from '../core/text/lineIndex.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Texts } from '../features/noteEdits.ts';
import type { NoteWorkspace } from '../workspace/noteWorkspace.ts';

export interface CurrentNotes {
  /** The snapshot that was given, in which the notes with texts are those that the texts say. */
  readonly snapshot: Snapshot;
  readonly texts: Texts;
  linesOf(path: NotePath): LineIndex | undefined;
}

/** Reads the notes at `paths`, from the disk where they are not open. A note that cannot be read has no text. */
export async function currentNotes(
  workspace: NoteWorkspace,
  snapshot: Snapshot,
  paths: Iterable<NotePath>,
): Promise<CurrentNotes> {
  const texts = new Map<NotePath, string>();
  const changes: NoteChange[] = [];
  for (const path of new Set(paths)) {
    const current = await workspace.currentText(path);
    if (current !== undefined) {
      texts.set(path, current.text);
      if (snapshot.notes.get(path) !== current.entry) {
        changes.push({ path, entry: current.entry });
      }
    }
  }
  const now = changes.length === 0 ? snapshot : { ...snapshot, notes: snapshot.notes.with(changes) };
  return { snapshot: now, texts, linesOf: (path) => now.notes.get(path)?.note.lines };
}
