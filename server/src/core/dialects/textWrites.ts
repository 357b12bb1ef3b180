/** New text in a note's format: links, definitions, comments and titles that features put in. */
import type { Anchor } from '../model/anchor.ts';
import type { TextEdit } from '../model/edit.ts';
import type { Link, LocalTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { Span } from '../text/span.ts';

/** A link that became a reference, and the line that defines what it refers to. */
export interface ExtractedLink {
  readonly edit: TextEdit;
  /** Without line breaks. */
  readonly definition: string;
}

/** A name that nothing defines, as people say it. */
export interface MissingName {
  readonly name: string;
  /** Without line breaks; for the user to fill in. */
  readonly definition: string;
}

/** `text` is always what the note, link or anchor was read from. `undefined`: it cannot be written in this format. */
export interface TextWrites {
  /** A comment of one line. */
  comment(content: string): string;
  /** What `reference`, which is what a note has for `target`, calls that, and a line that defines it. */
  missing(target: LocalTarget, reference: string): MissingName | undefined;
  /** `name` where a link calls a note by its name; `undefined` also where the format has no such links. */
  noteName(name: string): string | undefined;
  /** Addresses are kept at the note's end and referred to by name, where a note does not show how it has them. */
  readonly byReference: boolean;
  /** A link with `label` to a web address, or the address alone. */
  webLink(address: string, label?: string): string | undefined;
  /** A link to the file at `path`, written relative to the note; `isNote` where it is one. */
  fileLink(path: string, isNote: boolean, label?: string): string | undefined;
  /** The picture at `path`, on lines of its own where `isAlone` says that there is room. */
  image(path: string, isAlone: boolean): string | undefined;
  /** The first title of a new note, in the style of `like`. */
  title(title: string, like?: { readonly text: string; readonly note: Note }): string;
  /** A bare address, or a link that says its address itself, as a reference to `name`. */
  extractLink(text: string, link: Link, name: string): ExtractedLink | undefined;
  /** A reference to `definition` as a link that says the address itself. `isOnly`: no other link refers to it. */
  inlineLink(text: string, link: Link, definition: Anchor, isOnly: boolean): TextEdit | undefined;
  /** Gives sections, by their indexes, other levels. */
  setLevels(text: string, note: Note, levels: ReadonlyMap<number, number>): readonly TextEdit[] | undefined;
  /** Mends a title whose line is too short, or whose style does not fit its place; `span` is that of the problem. */
  mendTitle(text: string, note: Note, code: string, span: Span): readonly TextEdit[] | undefined;
}
