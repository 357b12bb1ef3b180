/**
 * The one place where URIs become note paths and back. Note paths have one spelling per file: decoded, a lower-case
 * drive letter, a lower-case host, no `.` or `..`. See core/text/path.ts for what they look like.
 */
import { URI } from 'vscode-uri';
import { join, type NotePath } from '../core/text/path.ts';

/** Stands where a host would, for URIs whose path has no leading slash: `untitled:Untitled-1`. */
const OPAQUE = '.';

/** The note path of a URI in any usual spelling; `undefined` for what is no URI. */
export function uriToPath(uri: string): NotePath | undefined {
  const parsed = parseUri(uri);
  if (parsed === undefined) {
    return undefined;
  }
  const opaque = !parsed.path.startsWith('/');
  const path = opaque ? `/${parsed.path}` : onePath(parsed.path);
  const query = parsed.query === '' ? '' : `?${encodeURIComponent(parsed.query)}`;
  const fragment = parsed.scheme === 'file' || parsed.fragment === '' ? '' : `#${encodeURIComponent(parsed.fragment)}`;
  const host = `${opaque ? OPAQUE : parsed.authority.toLowerCase()}${query}${fragment}`;
  return parsed.scheme === 'file' && host === '' ? path : `${parsed.scheme}://${host}${path}`;
}

/** The URI of a note path, percent-encoded as VS Code does it: `file:///c%3A/notes/a%20b.rst`. */
export function pathToUri(path: NotePath): string {
  const general = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(\?[^/#]*)?(#[^/]*)?(\/.*)$/is.exec(path);
  if (general === null) {
    return URI.from({ scheme: 'file', path }).toString();
  }
  const [, scheme = '', host = '', query = '', fragment = '', rest = ''] = general;
  const opaque = host === OPAQUE;
  return URI.from({
    scheme,
    authority: opaque ? '' : host,
    path: opaque ? rest.slice(1) : rest,
    query: decodeURIComponent(query.slice(1)),
    fragment: decodeURIComponent(fragment.slice(1)),
  }).toString();
}

/** What lies directly in `folder` under `name`, which is taken as it is. */
export function childOf(folder: NotePath, name: string): NotePath {
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

/** Whether the path names a file or folder that a file system may have, rather than another scheme's document. */
export function isOnDisk(path: NotePath): boolean {
  return path.startsWith('/') || path.startsWith('file://');
}

function parseUri(uri: string): URI | undefined {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(uri)) {
    return undefined;
  }
  try {
    return URI.parse(uri.replace(/^[^:]+/, (scheme) => scheme.toLowerCase()));
  } catch {
    // A path that starts with two slashes but has no host: no spelling of any file.
    return undefined;
  }
}

function onePath(path: string): string {
  const plain = /\/(?:\.{0,2}\/|\.{1,2}$|$)/.test(path) ? join('/', path) : path;
  return plain.replace(/^\/[A-Z](?=:(?:\/|$))/, (drive) => drive.toLowerCase());
}
