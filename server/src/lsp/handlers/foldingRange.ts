import { foldingRanges } from '../../features/foldingRanges.ts';
import type { ServerContext } from '../context.ts';

/** Sections and blocks that can be folded. */
export function registerFoldingRange({ connection, handle, convert, settings }: ServerContext): void {
  connection.onFoldingRanges(
    handle.note(
      'foldingRange',
      () => [],
      ({ entry }) => (settings().folding ? convert.folds(foldingRanges(entry.note)) : []),
    ),
  );
}
