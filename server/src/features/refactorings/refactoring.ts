/** Changes that leave a note saying the same in another way. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import { type TextEdit, withEdits } from '../../core/model/edit.ts';
import type { Link } from '../../core/model/link.ts';
import type { Note } from '../../core/model/note.ts';
import type { Span } from '../../core/text/span.ts';
import { noteFindings } from '../findings.ts';
import type { NoteChanges } from '../noteEdits.ts';

export type RefactoringKind = 'rewrite' | 'extract' | 'inline' | 'organize';

export interface Refactoring {
  readonly title: string;
  readonly kind: RefactoringKind;
  readonly changes: NoteChanges;
  /** The link whose address it takes out. */
  readonly link?: Link;
}

/** A note as it reads now, and what is selected in it. */
export interface RefactoringRequest {
  readonly snapshot: Snapshot;
  readonly entry: NoteEntry;
  readonly text: string;
  readonly selection: Span;
}

/** A refactoring within the note itself; none where more would be found wrong in the note then. */
export function ownRefactoring(
  { entry, text }: RefactoringRequest,
  title: string,
  kind: RefactoringKind,
  edits: readonly TextEdit[],
): readonly Refactoring[] {
  const { path, note, dialect } = entry;
  const fitting = dialect.edits.inTables(text, note, edits);
  const found = (each: Note): number => noteFindings(each, path).length;
  return fitting.length === 0 || found(reread(entry, withEdits(text, fitting))) > found(note)
    ? []
    : [{ title, kind, changes: { edits: [{ path, edits: fitting }] } }];
}

/** The note that `text` writes, as far as sections, links and anchors go. */
export function reread({ dialect }: NoteEntry, text: string): Note {
  return dialect.parse(text, { todoSections: [] });
}
