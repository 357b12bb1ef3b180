/** What is written about talks: new notes, and links to the sections that talks are. */
import type { Heading, Note } from '../model/note.ts';

/** What is known of a talk or an event before anything was noted. */
export interface TalkFacts {
  readonly title: string;
  readonly event?: string;
  /** ISO 8601: `2026-11-23`. */
  readonly date?: string;
  readonly speakers: readonly string[];
}

/** A section that is linked to. */
export interface SectionTarget {
  readonly title: string;
  /** The label that stands above it, where the format links to sections by labels. */
  readonly label?: string;
  /** From the linking note's folder, with slashes; absent in the same note. */
  readonly path?: string;
  /** As `fragment` gives it. */
  readonly fragment: string;
}

export interface TalkWrites {
  /** The text of a new note, titled in the style of `like`; lines end with LF. */
  newNote(facts: TalkFacts, like?: { readonly text: string; readonly note: Note }): string;
  /** The name of a section behind `#`. */
  fragment(heading: Heading): string;
  /** The line that gives the section below it a label; `undefined` where titles are linked to as they are. */
  labelLine(label: string): string | undefined;
  /** A link to a section of a note of the same format; `undefined` where it cannot be written. */
  sectionLink(target: SectionTarget): string | undefined;
}
