/** Ways to mend what was found. */
import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { Finding } from '../finding.ts';
import type { NoteChanges } from '../noteEdits.ts';

export interface Fix {
  readonly title: string;
  /** The one to take without asking. */
  readonly preferred: boolean;
  readonly changes: NoteChanges;
}

/** A finding with the note that it is about, as that reads now. */
export interface FixRequest {
  readonly snapshot: Snapshot;
  readonly entry: NoteEntry;
  readonly text: string;
  readonly finding: Finding;
}

/** A fix within the note itself; none where there is no edit. */
export function ownFix(
  { entry, text }: FixRequest,
  title: string,
  edits: readonly (TextEdit | undefined)[] | undefined,
  preferred = false,
): readonly Fix[] {
  const real = edits?.filter((edit) => edit !== undefined) ?? [];
  const fitting = entry.dialect.edits.inTables(text, entry.note, real);
  return fitting.length === 0 || real.length !== edits?.length
    ? []
    : [{ title, preferred, changes: { edits: [{ path: entry.path, edits: fitting }] } }];
}
