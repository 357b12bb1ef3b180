/** What client and server say about links between notes, in either direction. */
import type { TalksResult } from './talks.ts';
import type { TreeParams } from './trees.ts';
import type { NotificationOf, RequestOf, WireLocation, WirePosition, WireRange } from './wire.ts';

export interface LinkTextParams {
  readonly uri: string;
  /** What is selected, which becomes the link's text; empty for a cursor. */
  readonly range: WireRange;
  /** A web address, which a cursor gets with the page's title as its text, where the web may be asked; or … */
  readonly address?: string;
  /** … files to link to. */
  readonly files?: readonly string[];
}

export interface LinkTextResult {
  /** What takes the place of the selection; absent where no link can be written. */
  readonly text?: string;
  /** What else is to be written into the note: the definition that the link refers to. Absent for nothing. */
  readonly edits?: readonly { readonly range: WireRange; readonly newText: string }[];
}

/** A link in the note's own format, for an address that is pasted or files that are dropped. */
export const linkTextRequest: RequestOf<LinkTextParams, LinkTextResult> = { method: 'talkNotes/linkText' };

export interface CheckLinksResult {
  readonly notes: number;
  readonly links: number;
  /** Findings that are warnings or errors. */
  readonly findings: number;
  readonly notesWithFindings: number;
}

/** Publishes the findings of all notes, not only of those that are open, and keeps them up to date from then on. */
export const checkLinksRequest: RequestOf<Record<string, never>, CheckLinksResult> = {
  method: 'talkNotes/checkLinks',
};

export interface BacklinksParams extends TreeParams {
  /** The note that is linked to. */
  readonly uri: string;
}

/** Children of a row of the Backlinks view: notes that link to a note, and the lines in which they do. */
export const backlinksRequest: RequestOf<BacklinksParams, TalksResult> = { method: 'talkNotes/backlinks' };

/** Other notes may link to a note now, or in other lines. Sent only when links changed. */
export const didChangeBacklinksNotification: NotificationOf<Record<string, never>> = {
  method: 'talkNotes/didChangeBacklinks',
};

/** Every link in any note that leads to a file, a note or not, or to a place in it. */
export const fileReferencesRequest: RequestOf<
  { readonly uri: string },
  { readonly locations: readonly WireLocation[] }
> = {
  method: 'talkNotes/fileReferences',
};

/** The argument of the client's command `talkNotes.showReferences`, which code lenses run. */
export interface ShowReferences {
  readonly uri: string;
  readonly position: WirePosition;
  readonly locations: readonly WireLocation[];
}
