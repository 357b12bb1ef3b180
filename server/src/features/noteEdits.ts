/** Changes to notes, as features give them: nothing is written before a client does it. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { TextEdit } from '../core/model/edit.ts';
import type { NotePath } from '../core/text/path.ts';

export interface NoteEdits {
  readonly path: NotePath;
  readonly edits: readonly TextEdit[];
}

/** Edits of notes, with files that come to be before them and files that get another name after them. */
export interface NoteChanges {
  readonly edits: readonly NoteEdits[];
  readonly creates?: readonly { readonly path: NotePath; readonly text: string }[];
  readonly renames?: readonly { readonly from: NotePath; readonly to: NotePath }[];
}

/** A note as it reads now. */
export interface CurrentNote {
  readonly text: string;
  readonly entry: NoteEntry;
}

/** Texts of the notes that may be changed, each the one that its note in the snapshot was read from. */
export type Texts = ReadonlyMap<NotePath, string>;
