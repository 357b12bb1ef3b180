/** Follows a link target to where it leads. The one place that knows how paths, names and labels are looked up. */
import type { LinkTarget } from '../model/link.ts';
import type { Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import { followName } from './followName.ts';
import type { Resolution } from './resolution.ts';
import { resolveLabel, resolveTerm } from './resolveLabel.ts';
import { resolveNoteName } from './resolveNoteName.ts';
import { pathEnd, resolvePath } from './resolvePath.ts';
import type { Snapshot } from './snapshot.ts';

/** Where `target`, written in the note at `from`, leads. */
export function resolve(snapshot: Snapshot, from: NotePath, target: LinkTarget): Resolution {
  switch (target.type) {
    case 'url':
      return { type: 'url', url: target.url };
    case 'path':
      return resolvePath(snapshot, from, target);
    case 'label':
      return resolveLabel(snapshot, target.name);
    case 'term':
      return resolveTerm(snapshot, target.name);
    case 'local':
    case 'anonymous':
      return resolveInNote(snapshot, from, target);
    case 'note-name':
      return resolveNoteName(snapshot, from, target);
    case 'opaque':
      return { type: 'opaque' };
  }
}

/**
 * Folders that have to be listed before everything that the note at `path` links to can be told to be there or not.
 * Listing them may show that others are needed: ask until it is empty.
 */
export function wantedFolders(snapshot: Snapshot, path: NotePath): readonly NotePath[] {
  const { links, anchors } = snapshot.notes.get(path)?.note ?? NOTHING;
  const wanted = new Set<NotePath>();
  for (const { target } of links) {
    addWanted(wanted, snapshot, path, target);
  }
  for (const { value } of anchors) {
    addWanted(wanted, snapshot, path, value);
  }
  return [...wanted];
}

const NOTHING: Pick<Note, 'links' | 'anchors'> = { links: [], anchors: [] };

function addWanted(wanted: Set<NotePath>, snapshot: Snapshot, from: NotePath, target: LinkTarget | undefined): void {
  if (target?.type === 'path' && !target.glob && target.path !== '') {
    const end = pathEnd(snapshot, from, target);
    if (end.type === 'unknown') {
      wanted.add(end.folder);
    }
  }
}

/** Follows names until something else than a name is reached. A citation may stand in another note. */
function resolveInNote(snapshot: Snapshot, from: NotePath, target: LinkTarget): Resolution {
  const note = snapshot.notes.get(from)?.note;
  if (note === undefined) {
    return { type: 'opaque' };
  }
  const end = followName(note, target);
  switch (end.type) {
    case 'target':
      return resolve(snapshot, from, end.target);
    case 'anchor':
      return { type: 'anchor', path: from, span: end.anchor.span };
    case 'heading':
      return { type: 'anchor', path: from, span: end.span };
    case 'ambiguous':
      return { type: 'ambiguous', name: end.name, places: end.spans.map((span) => ({ path: from, span })) };
    case 'undefined':
      return end.space === 'citation' ? resolveLabel(snapshot, `[${end.name}]`) : end;
    case 'circular':
      return end;
  }
}
