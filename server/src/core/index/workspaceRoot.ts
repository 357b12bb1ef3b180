/** Which workspace folder a file belongs to. */
import { dirname, isInside, type NotePath } from '../text/path.ts';

/** The innermost workspace folder around `path`; `undefined` for a file outside of all. */
export function workspaceRoot(roots: readonly NotePath[], path: NotePath): NotePath | undefined {
  let best: NotePath | undefined;
  for (const root of roots) {
    if (isInside(path, root) && (best === undefined || root.length > best.length)) {
      best = root;
    }
  }
  return best;
}

/** `path` as people say it: below its workspace folder, else from where it is. */
export function displayPath(roots: readonly NotePath[], path: NotePath): string {
  const root = workspaceRoot(roots, path);
  if (root === undefined || root === path) {
    return path;
  }
  return path.slice(root === dirname(root) ? root.length : root.length + 1);
}
