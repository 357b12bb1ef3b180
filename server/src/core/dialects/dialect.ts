/**
 * What a note format has to offer. Outside of `dialects/` nothing branches on which one it is.
 */
import type { Anchor } from '../model/anchor.ts';
import type { CompletionPlace } from '../model/completion.ts';
import type { TextEdit } from '../model/edit.ts';
import type { Link } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { TodoState } from '../model/todo.ts';
import type { AnnotationEdits } from './annotations/annotationWrites.ts';
import type { LinkEdits } from './linkEdits.ts';
import type { TalkWrites } from './talkWrites.ts';
import type { TextWrites } from './textWrites.ts';

export interface ParseOptions {
  /** Titles that make a section's items to-dos; the whole title, compared without case. */
  readonly todoSections: readonly string[];
}

/** How notes are read where nobody says otherwise. */
export const defaultParseOptions: ParseOptions = {
  todoSections: ['To Do', 'TODO', 'To-Do', 'Todo', 'Tasks', 'Action Items'],
};

export interface Dialect {
  readonly id: string;
  /** VS Code's names of the language. */
  readonly languageIds: readonly string[];
  /** Lower case, with the dot; the first is the one that new notes get. */
  readonly extensions: readonly string[];
  /** Never throws; what is wrong with the text comes as `problems`. */
  parse(text: string, options: ParseOptions): Note;
  /** The form under which a name is compared: case and white space folded where the format says so. */
  anchorKey(name: string): string;
  /** What someone is about to write at `offset`; `undefined` where nothing but prose or literal text is. */
  completionAt(text: string, offset: number): CompletionPlace | undefined;
  readonly edits: DialectEdits;
  readonly writes: TextWrites;
  readonly talks: TalkWrites;
  /** Whether VS Code's own support of this language can follow the link, or the value of the anchor, by itself. */
  isEditorsOwn(holder: Link | Anchor): boolean;
}

/** The few writes that depend on syntax. `text` is always what the note, link or anchor was read from. */
export interface DialectEdits extends AnnotationEdits, LinkEdits {
  /**
   * Edits that bring to-do number `todo` of `note`, which was read from `text`, to `state`.
   * Empty where it is in that state already, where it cannot say so (a marker is open or done, nothing else), and where there
   * is no room for the edit: a directive in a table's cell. Unchecking takes back exactly what checking wrote.
   */
  setTodoState(text: string, note: Note, todo: number, state: TodoState): readonly TextEdit[];

  /** Lines of a new title of that level, as the note writes them. */
  writeHeading(text: string, note: Note, level: number, title: string): readonly string[];
}
