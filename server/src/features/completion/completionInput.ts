import type { NoteEntry } from '../../core/index/noteIndex.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { NotePath } from '../../core/text/path.ts';

/** What every kind of proposal is made of. */
export interface CompletionInput {
  readonly snapshot: Snapshot;
  readonly path: NotePath;
  readonly entry: NoteEntry;
  /** What `entry` was read from. */
  readonly text: string;
  /** What is there already. */
  readonly written: string;
}
