/** Everything that features read: immutable, so that an answer is about one moment. */
import type { NotePath } from '../text/path.ts';
import type { FolderFacts } from './folderFacts.ts';
import type { NoteIndex } from './noteIndex.ts';

export interface Snapshot {
  readonly notes: NoteIndex;
  readonly files: FolderFacts;
  /** Workspace folders. */
  readonly roots: readonly NotePath[];
}
