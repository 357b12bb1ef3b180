/** What client and server say about talks and titles. */
import type { TreeNode, TreeParams } from './trees.ts';
import type { RequestOf, WirePosition, WireRange } from './wire.ts';

/** By what the Talks view groups, and which talks it leaves out. What is absent leaves out nothing. */
export interface TalksParams extends TreeParams {
  readonly groupBy?: 'event' | 'year' | 'speaker' | 'tag';
  /** Words, each of which has to be in the title, event, speakers or tags. */
  readonly filter?: string;
  readonly subset?: 'all' | 'with-video' | 'without-slides' | 'to-watch';
}

export interface TalksResult {
  readonly nodes: readonly TreeNode[];
}

/** Children of a row of the Talks view: events and folders, talks, sections. */
export const talksRequest: RequestOf<TalksParams, TalksResult> = { method: 'talkNotes/talks' };

export interface TalkPathParams {
  readonly uri: string;
  readonly position: WirePosition;
}

/** Rows from the root down to the innermost row that holds the position; empty where there is none. */
export const talkPathRequest: RequestOf<TalkPathParams, TalksResult> = { method: 'talkNotes/talkPath' };

/** One line of the Go to Talk… list. */
export interface TalkEntry {
  readonly title: string;
  readonly event: string;
  readonly speakers: readonly string[];
  readonly uri: string;
  /** The title, to show and to put the cursor on. */
  readonly range: WireRange;
  /** False for a section of a note that is no event note. */
  readonly isTalk: boolean;
}

export interface TalkListResult {
  /** Talks of event notes first, then the sections of all other notes. */
  readonly talks: readonly TalkEntry[];
}

export const talkListRequest: RequestOf<Record<string, never>, TalkListResult> = { method: 'talkNotes/talkList' };

export interface AdjacentTalkParams extends TalkPathParams {
  readonly direction: 'next' | 'previous';
  /** `talks` where it is absent; `headings`: titles of every level. */
  readonly among?: 'talks' | 'headings';
}

export interface AdjacentTalkResult {
  /** The title to jump to; absent at the note's last or first talk. */
  readonly range?: WireRange;
  readonly title?: string;
}

export const adjacentTalkRequest: RequestOf<AdjacentTalkParams, AdjacentTalkResult> = {
  method: 'talkNotes/adjacentTalk',
};

/** Argument of the server command `talkNotes.server.editSection`: what to do with the section at a position. */
export interface SectionParams {
  readonly uri: string;
  readonly position: WirePosition;
  readonly how: 'up' | 'down' | 'promote' | 'demote';
}
