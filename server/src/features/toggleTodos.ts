/** Checking and unchecking to-dos: computes the edits, or says why there are none. Writes nothing. */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { NotePath } from '../core/text/path.ts';
import type { NoteEdits } from './quickFixes.ts';
import type { TodoRef } from './treeRow.ts';

/** A note as it reads now. */
export interface CurrentNote {
  readonly text: string;
  readonly entry: NoteEntry;
}

export interface LineRange {
  /** 0-based. */
  readonly startLine: number;
  /** 0-based, included. */
  readonly endLine: number;
}

export interface ToggleRequest {
  readonly todos?: readonly TodoRef[];
  readonly lines?: { readonly path: NotePath; readonly ranges: readonly LineRange[] };
  /** Where it is absent the first to-do sets the direction for all. */
  readonly done?: boolean;
}

export interface NoteToggle extends NoteEdits {
  /** Lines as they read in the text that the edits belong to. */
  readonly expected: readonly { readonly line: number; readonly text: string }[];
}

export interface ToggleOutcome {
  readonly changes: readonly NoteToggle[];
  /** How many to-dos change. */
  readonly count: number;
  /** The state they are brought to. */
  readonly done: boolean;
  /** Why a to-do was left alone, as a sentence; then there are no changes at all. */
  readonly refused?: string;
}

/** Edits that check or uncheck to-dos; `current` gives a note's text and model as they are now. */
export function toggleTodos(
  _request: ToggleRequest,
  _current: (path: NotePath) => CurrentNote | undefined,
): ToggleOutcome {
  throw new Error('not written yet');
}
