/** Where files and folders are once they have moved. */
import { isInside, type NotePath } from '../../core/text/path.ts';

/** A file or folder that is about to be renamed or moved. */
export interface Move {
  readonly from: NotePath;
  readonly to: NotePath;
}

/** Where what stands at `path` will be; `path` itself where it stays. The innermost move counts. */
export function movedPath(moves: readonly Move[], path: NotePath): NotePath {
  let best: Move | undefined;
  for (const move of moves) {
    if (isInside(path, move.from) && (best === undefined || move.from.length > best.from.length)) {
      best = move;
    }
  }
  return best === undefined ? path : best.to + path.slice(best.from.length);
}
