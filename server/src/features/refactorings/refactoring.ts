/** Changes that leave a note saying the same in another way. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Note } from '../../core/model/note.ts';
import type { Span } from '../../core/text/span.ts';
import type { NoteChanges } from '../noteEdits.ts';

export type RefactoringKind = 'rewrite' | 'extract' | 'inline' | 'organize';

export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly changes: NoteChanges;
}

/** A note as it reads now, and what is selected in it. */
export interface RefactoringRequest {
  readonly snapshot: Snapshot;
  readonly entry: NoteEntry;
  readonly text: string;
  readonly selection: Span;
}

/** A refactoring within the note itself. */
export function ownRefactoring(
  { entry, text }: RefactoringRequest,
  title: string,
  kind: RefactoringKind,
  edits: readonly TextEdit[],
): readonly Refactoring[] {
  const fitting = entry.dialect.edits.inTables(text, entry.note, edits);
  return fitting.length === 0 ? [] : [{ title, kind, changes: { edits: [{ path: entry.path, edits: fitting }] } }];
}

/** The note that `text` writes, as far as sections, links and anchors go. */
export function reread({ dialect }: NoteEntry, text: string): Note {
  return dialect.parse(text, { todoSections: [] });
}
