/**
 * Arithmetic on note paths. A note path is what `workspace` makes of a URI: decoded, with forward slashes, in one
 * spelling per file: `/home/me/notes/a.rst`, `/c:/notes/a.rst`, or `scheme://authority/notes/a.rst`.
 */

/** A file or folder in its one spelling; see this module's header. */
export type NotePath = string;

/** Length of the part that `..` cannot climb over: the scheme and authority, without the slash behind. */
function rootLength(path: NotePath): number {
  const scheme = path.indexOf('://');
  if (scheme < 0 || path.indexOf('/') < scheme) {
    return 0;
  }
  const slash = path.indexOf('/', scheme + 3);
  return slash < 0 ? path.length : slash;
}

/** The folder of `path`; a root is its own folder. */
export function dirname(path: NotePath): NotePath {
  const root = rootLength(path);
  const slash = path.lastIndexOf('/');
  return slash <= root ? `${path.slice(0, root)}/` : path.slice(0, slash);
}

/** The last segment of `path`. */
export function basename(path: NotePath): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The suffix of the last segment with its dot, in the note's own case; '' where it has none. */
export function extname(path: NotePath): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot);
}

/** A segment `.`, `..` or none at all. */
const UNRESOLVED = /(?:^|\/)\.{0,2}(?:\/|$)/;

/** `relative` as seen from `folder`, with `.`, `..` and doubled slashes resolved; climbing stops at the root. */
export function join(folder: NotePath, relative: string): NotePath {
  if (relative.startsWith('../') && folder !== dirname(folder)) {
    return join(dirname(folder), relative.slice(3));
  }
  if (!UNRESOLVED.test(relative) && !UNRESOLVED.test(folder.slice(1))) {
    return `${folder}/${relative}`;
  }
  const root = rootLength(folder);
  const parts: string[] = [];
  for (const part of `${folder.slice(root)}/${relative}`.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '' && part !== '.') {
      parts.push(part);
    }
  }
  return `${folder.slice(0, root)}/${parts.join('/')}`;
}

/** Whether `path` is `folder` or lies below it. */
export function isInside(path: NotePath, folder: NotePath): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/**
 * `path` as written from a note in `folder`: `../b/c.rst`. Both must have the same root. `detour`: so many folders farther
 * up than it takes.
 */
export function relativePath(folder: NotePath, path: NotePath, detour = 0): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) {
    common++;
  }
  common = Math.max(0, common - detour);
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
