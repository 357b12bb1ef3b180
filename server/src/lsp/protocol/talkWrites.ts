/** What client and server say about new notes, and about links to talks. */
import type { RequestOf, ToggleEdit, WirePosition } from './wire.ts';

export interface NewNoteParams {
  readonly title: string;
  readonly event?: string;
  /** ISO 8601: `2026-11-23`. */
  readonly date?: string;
  readonly speakers: readonly string[];
  /** The note at hand, where there is one. */
  readonly near?: string;
}

export interface NewNoteResult {
  /** A file that does not exist yet, and what is to stand in it; absent where there is no folder to put it in. */
  readonly note?: { readonly uri: string; readonly text: string };
}

/** Thinks up a new note in the style of those around it. The client writes it. */
export const newNoteRequest: RequestOf<NewNoteParams, NewNoteResult> = { method: 'talkNotes/newNote' };

export interface TalkLinkParams {
  /** The note that the link is for. */
  readonly from: string;
  /** The talk: a place in its section. */
  readonly uri: string;
  readonly position: WirePosition;
}

export interface TalkLinkResult {
  /** Absent where no such link can be written. */
  readonly text?: string;
  /** What has to be written first: a label above the talk. */
  readonly changes: readonly ToggleEdit[];
}

/** A link to a talk in the syntax of the note that it is for. */
export const talkLinkRequest: RequestOf<TalkLinkParams, TalkLinkResult> = { method: 'talkNotes/talkLink' };

export interface ChecklistParams {
  readonly uri: string;
  /** A place in the To Do section. */
  readonly position: WirePosition;
}

/** Edits that give plain items of a To Do section boxes, or take them away; none where there is no such section. */
export const checklistRequest: RequestOf<ChecklistParams, { readonly changes: readonly ToggleEdit[] }> = {
  method: 'talkNotes/checklist',
};
