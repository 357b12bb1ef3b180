/** All findings of one note, the user's severities applied. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { Note } from '../core/model/note.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Finding, SeverityOverrides } from './finding.ts';

const NO_OVERRIDES: SeverityOverrides = new Map();

/** What is wrong in the note at `path`, in document order; empty where there is no such note. */
export function findings(
  _snapshot: Snapshot,
  _path: NotePath,
  _overrides: SeverityOverrides = NO_OVERRIDES,
): readonly Finding[] {
  throw new Error('not written yet');
}

/** What is wrong in `note` as far as that can be told from its own text. */
export function noteFindings(_note: Note, _path: NotePath): readonly Finding[] {
  throw new Error('not written yet');
}
