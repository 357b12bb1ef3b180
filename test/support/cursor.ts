/** A fixture with a cursor, and places in it as short text. */
import type { Snapshot } from '../../server/src/core/index/snapshot.ts';
import type { NotePath } from '../../server/src/core/text/path.ts';
import type { Span } from '../../server/src/core/text/span.ts';
import { parseFixture } from './fixture.ts';
import { root, snapshotOf } from './workspace.ts';

export interface CursorFixture {
  readonly snapshot: Snapshot;
  /** The note that the cursor stands in, and where. */
  readonly path: NotePath;
  readonly offset: number;
  /** The text of a note. */
  text(path: NotePath): string;
  /** `note.rst:3:5 text`: 1-based line and column, and what the span holds. */
  show(place: { readonly path: NotePath; readonly span: Span }): string;
}

/** Reads a fixture that has a `$0`. */
export function atCursor(text: string): CursorFixture {
  const { files, cursor } = parseFixture(text);
  if (cursor === undefined) {
    throw new Error('the fixture has no $0');
  }
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return {
    ...cursor,
    snapshot: snapshotOf(files),
    text: (path) => texts.get(path) ?? '',
    show: ({ path, span }) => {
      const before = (texts.get(path) ?? '').slice(0, span.start).split('\n');
      const shown = (texts.get(path) ?? '').slice(span.start, span.end).replaceAll('\n', '\\n');
      return `${path.slice(root.length + 1)}:${before.length}:${before.at(-1)!.length + 1} ${shown}`;
    },
  };
}
