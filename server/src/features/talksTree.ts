/** Rows of the Talks view: events with their talks, and all notes by folder. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { TalkOptions } from './talks.ts';
import type { TreeRow } from './treeRow.ts';

/** The children of row `parent`, the roots where it is absent; empty where that row is no more. */
export function talksTree(_snapshot: Snapshot, _options: TalkOptions, _parent?: string): readonly TreeRow[] {
  throw new Error('not written yet');
}

/** Rows from the root down to the innermost one that holds `offset` of the note at `path`; empty where there is none. */
export function talkPath(
  _snapshot: Snapshot,
  _options: TalkOptions,
  _path: NotePath,
  _offset: number,
): readonly TreeRow[] {
  throw new Error('not written yet');
}
