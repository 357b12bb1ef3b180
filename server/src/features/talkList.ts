/** Flat lists of talks: for Go to Talk…, and for stepping from one to the next. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';
import type { TalkOptions } from './talks.ts';

export interface TalkEntry {
  readonly title: string;
  readonly event: string;
  readonly speakers: readonly string[];
  readonly path: NotePath;
  /** The title. */
  readonly span: Span;
  /** False for a section of a note that is no event note. */
  readonly isTalk: boolean;
}

/** Talks of all event notes, then the notes and outer sections of all others. */
export function talkList(_snapshot: Snapshot, _options: TalkOptions): readonly TalkEntry[] {
  throw new Error('not written yet');
}

/** The talk after or before `offset` in the note at `path`; in other notes, the section. */
export function adjacentTalk(
  _snapshot: Snapshot,
  _options: TalkOptions,
  _path: NotePath,
  _offset: number,
  _direction: 'next' | 'previous',
): { readonly title: string; readonly span: Span } | undefined {
  throw new Error('not written yet');
}
