/** Talks: which notes are about an event, which of their sections are talks, and who spoke. A heuristic, all of it here. */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Heading } from '../core/model/note.ts';

export interface TalkOptions {
  /** Names of folders whose notes are event notes; compared without case. */
  readonly folders: readonly string[];
  /** Level of the titles that are talks; 0 leaves it to the note. */
  readonly level: number;
}

export interface Talk {
  readonly title: string;
  readonly speakers: readonly string[];
  readonly heading: Heading;
  /** Index of `heading` in `Note.headings`. */
  readonly index: number;
  /** To-dos in its section that are open. */
  readonly openTodos: number;
}

export interface TalkEvent {
  readonly title: string;
  /** Index in `Note.headings` of the event's own title. */
  readonly index: number;
  readonly talks: readonly Talk[];
}

/** The event that a note is about; `undefined` for any other note. */
export function eventOf(_entry: NoteEntry, _options: TalkOptions): TalkEvent | undefined {
  throw new Error('not written yet');
}
