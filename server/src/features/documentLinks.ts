/** The places of a note that can be clicked. */
import type { Resolution } from '../core/index/resolution.ts';
import { resolve } from '../core/index/resolve.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { targetUses } from '../core/index/targetUses.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
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

/** Every link of the note at `path` that leads somewhere, in document order. A wrong case does not stop a click. */
export function documentLinks(snapshot: Snapshot, path: NotePath): readonly DocumentLink[] {
  const note = snapshot.notes.get(path)?.note;
  const links = (note === undefined ? [] : targetUses(note)).flatMap(({ target, span }) => {
    const link = documentLink(snapshot, resolve(snapshot, path, target));
    return link === undefined || span.start === span.end ? [] : [{ span, ...link }];
  });
  return links.sort((a, b) => a.span.start - b.span.start);
}

/** Whether the note at `path` links to something by its name alone, and no note of `snapshot` has that name. */
export function wantsUnseenName(snapshot: Snapshot, path: NotePath): boolean {
  const note = snapshot.notes.get(path)?.note;
  return (note === undefined ? [] : targetUses(note)).some(({ target }) => {
    const isName = target.type === 'note-name' || target.type === 'label';
    return isName && documentLink(snapshot, resolve(snapshot, path, target)) === undefined;
  });
}

function documentLink(snapshot: Snapshot, resolution: Resolution): Omit<DocumentLink, 'span'> | undefined {
  switch (resolution.type) {
    case 'url':
      return { url: resolution.url, tooltip: resolution.url };
    case 'file':
    case 'case-mismatch':
    case 'missing-fragment':
      return { path: resolution.path, tooltip: displayPath(snapshot.roots, resolution.path) };
    case 'note':
    case 'anchor': {
      const offset = resolution.span?.start;
      const tooltip = placeText(snapshot, resolution.path, offset);
      return offset === undefined ? { path: resolution.path, tooltip } : { path: resolution.path, offset, tooltip };
    }
    case 'ambiguous': {
      const [place] = resolution.places;
      return (
        place && {
          path: place.path,
          offset: place.span.start,
          tooltip: placeText(snapshot, place.path, place.span.start),
        }
      );
    }
    default:
      return undefined;
  }
}

/** A place as people say it, with the 1-based line. */
function placeText(snapshot: Snapshot, path: NotePath, offset: number | undefined): string {
  const line = offset === undefined ? undefined : snapshot.notes.get(path)?.note.lines.lineAt(offset);
  const name = displayPath(snapshot.roots, path);
  return line === undefined ? name : `${name}:${line + 1}`;
}
