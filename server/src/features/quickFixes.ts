/** Edits that mend a finding. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { TextEdit } from '../core/model/edit.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Finding } from './finding.ts';

export interface NoteEdits {
  readonly path: NotePath;
  readonly edits: readonly TextEdit[];
}

export interface Fix {
  readonly title: string;
  /** The one to take without asking. */
  readonly preferred: boolean;
  readonly edits: readonly NoteEdits[];
}

/** Ways to mend `finding`, which is one of the note at `path`. */
export function quickFixes(_snapshot: Snapshot, _path: NotePath, _finding: Finding): readonly Fix[] {
  throw new Error('not written yet');
}
