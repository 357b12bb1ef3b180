/** What looking for inline constructs tells. All offsets are those of the run. */

import type { TextRun } from '../../textRun.ts';

export type LinkForm = 'inline' | 'full' | 'collapsed' | 'shortcut';

export interface FoundLink {
  readonly form: LinkForm;
  readonly isImage: boolean;
  /** Nothing defines its label, so that it is text. */
  readonly isUndefined: boolean;
  /** The whole construct. */
  readonly from: number;
  readonly to: number;
  /** What stands in the first brackets. */
  readonly textFrom: number;
  readonly textTo: number;
  /** The destination or label, without brackets. */
  readonly targetFrom: number;
  readonly targetTo: number;
}

export interface FoundWikiLink {
  readonly isEmbed: boolean;
  readonly from: number;
  readonly to: number;
  readonly targetFrom: number;
  readonly targetTo: number;
  /** What stands behind the bar; empty bounds where there is none. */
  readonly labelFrom: number;
  readonly labelTo: number;
}

export interface InlineSink {
  /** First characters of what it wants to be told of. */
  readonly marks: Uint8Array;
  /** What follows is about `run`. */
  start(run: TextRun): void;
  /** How many things were found so far. */
  mark(): number;
  /** What was found since `mark` is the text of a link, or of an image where nothing is a link. */
  enclose(mark: number, isImage: boolean): void;
  link(link: FoundLink, mark: number): void;
  wikiLink(link: FoundWikiLink): void;
  /** `[^label]`, whose label stands from `labelFrom` to `labelTo`, and which nothing may define. */
  footnote(from: number, to: number, labelFrom: number, labelTo: number, isDefined: boolean): void;
  /** `<address>`. */
  autolink(from: number, to: number, isMail: boolean): void;
  /** An address with no marks around it. `prefix` makes it complete. */
  bareUrl(from: number, to: number, prefix: string): void;
  code(from: number, to: number, contentFrom: number, contentTo: number): void;
  math(from: number, to: number): void;
  tag(from: number, to: number): void;
  comment(from: number, to: number): void;
  /** The character at `at + 1` means itself. */
  escape(at: number): void;
  /** The character at `at` may start a character reference, or be a run of emphasis marks. Answers where to go on. */
  other(at: number, to: number): number;
}

/** Labels that the note defines. */
export interface Definitions {
  /** Whether there is a link reference definition of the label that `text` has from `from` to `to`. */
  hasDefinition(text: string, from: number, to: number): boolean;
  hasFootnote(text: string, from: number, to: number): boolean;
  /** The note has footnotes, so that `[^a]` means one even where it is not defined. */
  readonly usesFootnotes: boolean;
}
