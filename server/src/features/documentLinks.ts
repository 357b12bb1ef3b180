/** The places of a note that can be clicked. */
import type { Snapshot } from '../core/index/snapshot.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Span } from '../core/text/span.ts';

/** Has either `url` or `path`. */
export interface DocumentLink {
  readonly span: Span;
  readonly url?: string;
  readonly path?: NotePath;
  /** Where in the note at `path`. */
  readonly offset?: number;
  readonly tooltip: string;
}

/** Every link of the note at `path` that leads somewhere, in document order. */
export function documentLinks(_snapshot: Snapshot, _path: NotePath): readonly DocumentLink[] {
  throw new Error('not written yet');
}
