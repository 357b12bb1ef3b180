/** What the dialect itself found wrong. */
import type { Note } from '../core/model/note.ts';
import type { RawFinding } from './finding.ts';

/** The problems of `note` as findings. */
export function problemFindings(note: Note): readonly RawFinding[] {
  return note.problems.map(({ code, span, message }) => ({ code, span, message }));
}
