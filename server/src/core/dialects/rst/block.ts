/** What block constructs are given: a stretch of lines, and where in the note that is. */
import type { Lines } from './lines.ts';
import type { NoteBuilder } from './noteBuilder.ts';

/** What the blocks around mean for the blocks inside. */
export interface Place {
  /**
   * Whether section titles may stand here: at the top level only. Where Sphinx would read them and docutils does not, they
   * are left alone. In a sidebar there may at least be topics, whose titles make no section.
   */
  readonly titles: 'read' | 'left' | 'topics' | 'none';
  /** Plain paragraphs here are to-dos where the section is a To Do section: not in list items or directives. */
  readonly paragraphsAreTodos: boolean;
  /** The same for list items; not in directives, whose lists lay out tables and grids. */
  readonly itemsAreTodos: boolean;
  /** The to-do that to-dos here are nested in, as an index in the note's to-dos, or -1. */
  readonly todoParent: number;
}

/** Lines `from` up to, not including, `to`, all blank or indented by at least `column`. */
export interface Block {
  readonly lines: Lines;
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly place: Place;
}

/**
 * A block. All are made here, and all places below: what every construct reads should have one and the same shape to the
 * engine, which a spread does not give.
 */
export function blockOf(lines: Lines, from: number, to: number, column: number, place: Place): Block {
  return { lines, from, to, column, place };
}

/** `place` with other values for what `changes` names. */
export function placeIn(place: Place, changes: Partial<Place>): Place {
  const { titles = place.titles, paragraphsAreTodos = place.paragraphsAreTodos } = changes;
  const { itemsAreTodos = place.itemsAreTodos, todoParent = place.todoParent } = changes;
  return { titles, paragraphsAreTodos, itemsAreTodos, todoParent };
}

/**
 * What blocks leave in the document once they are read: a single paragraph, which a substitution may stand for, or other
 * things. What something is wrong with leaves nothing but a message.
 */
export type Outcome = 'nothing' | 'paragraph' | 'other';

/** Reads nested blocks; what constructs call back, so that they need not know each other. */
export interface BlockReader {
  readonly note: NoteBuilder;
  readBlocks(block: Block): Outcome;
  /** Says what the construct that is being read leaves in the document, where that is not something other. */
  leaves(outcome: Outcome): void;
  /** Reads lines `from` to `to` of `lines` as one run of inline text; see inline/inlineText.ts. */
  readInline(lines: Lines, from: number, to: number, options?: InlineOptions): void;
  /**
   * Reads `line` as a title: tells `add` what it says, in the way of `plainText`, and then takes note of what is in it.
   */
  readTitle(lines: Lines, line: number, add: (title: string) => void): void;
  /** Looks for to-do markers in the lines of a comment, whose first starts at offset `content`. */
  readComment(lines: Lines, from: number, to: number, content: number): void;
  /** The same lines as plain text, white space folded, without taking note of their links; up to `end` where given. */
  plainText(lines: Lines, from: number, to: number, end?: number): string;
}

export interface InlineOptions {
  /** Offset at which to end before the last line's own end. */
  readonly end?: number;
}

/**
 * Reads one construct that starts at `line` of `block`, and answers the first line behind it;
 * `undefined` where the line does not start such a construct after all.
 */
export type Construct = (reader: BlockReader, block: Block, line: number) => number | undefined;
