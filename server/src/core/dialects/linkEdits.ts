/** Writes of titles, names and links. `text` is always what the note, link or anchor was read from. */
import type { Anchor } from '../model/anchor.ts';
import type { TextEdit } from '../model/edit.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';

/** A name as people read it, before and after: without quotes, escapes and markup. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
}

/** What is to stand in a link; a part that is absent stays as it is written. Neither is escaped or encoded. */
export interface PathChange {
  readonly path?: string;
  readonly fragment?: string;
}

export interface LinkEdits {
  /** Gives section `heading` the title `title`, which is written as in the note, markup included. */
  renameHeading(text: string, note: Note, heading: number, title: string): readonly TextEdit[];

  /** The name of `anchor` as people read it; `undefined` where none is written: an anonymous target, a number. */
  anchorName(text: string, anchor: Anchor): string | undefined;

  /** The name that `anchor` defines, written anew; `undefined` where it has none of its own or cannot have that one. */
  writeAnchor(text: string, anchor: Anchor, change: NameChange): TextEdit | undefined;

  /**
   * The name that a link refers by, or the value of an anchor, written anew with the quotes it needs then; `undefined`
   * where that name cannot stand there.
   */
  writeReference(text: string, holder: Link | Anchor, change: NameChange): TextEdit | undefined;

  /** The path or fragment of a link, or of an anchor's value, written anew; `undefined` where it cannot stand there. */
  writePath(text: string, holder: Link | Anchor, change: PathChange): TextEdit | undefined;

  /** `edits` of `note` with those that keep its tables whole, which may be drawn with columns of a fixed width. */
  inTables(text: string, note: Note, edits: readonly TextEdit[]): readonly TextEdit[];
}
