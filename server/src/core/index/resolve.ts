/** Follows a link target to where it leads. The one place that knows how paths, names and labels are looked up. */
import type { LinkTarget } from '../model/link.ts';
import type { NotePath } from '../text/path.ts';
import type { Resolution } from './resolution.ts';
import { resolveLabel } from './resolveLabel.ts';
import { resolveAnonymous, resolveName } from './resolveName.ts';
import { resolvePath } from './resolvePath.ts';
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
    case 'local':
    case 'anonymous':
      return resolveInNote(snapshot, from, target);
    case 'opaque':
      return { type: 'opaque' };
  }
}

/**
 * Folders that have to be listed before everything that the note at `path` links to can be told to be there or not.
 * Listing them may show that others are needed: ask until it is empty.
 */
export function wantedFolders(snapshot: Snapshot, path: NotePath): readonly NotePath[] {
  const note = snapshot.notes.get(path)?.note;
  const wanted = new Set<NotePath>();
  for (const holder of note === undefined ? [] : [...note.links, ...note.anchors]) {
    const target = 'target' in holder ? holder.target : holder.value;
    const resolution = target?.type === 'path' ? resolvePath(snapshot, path, target) : undefined;
    if (resolution?.type === 'unknown') {
      wanted.add(resolution.folder);
    }
  }
  return [...wanted];
}

/** Follows names until something else than a name is reached. */
function resolveInNote(snapshot: Snapshot, from: NotePath, target: LinkTarget): Resolution {
  const note = snapshot.notes.get(from)?.note;
  if (note === undefined) {
    return { type: 'opaque' };
  }
  const seen = new Set<LinkTarget>();
  let at = target;
  while (at.type === 'local' || at.type === 'anonymous') {
    const found = at.type === 'local' ? resolveName(note, at) : resolveAnonymous(note, at);
    const name = at.type === 'local' ? at.name : '';
    if (found.type === 'undefined' && at.type === 'local' && at.space === 'citation') {
      return resolveLabel(snapshot, `[${name}]`);
    }
    if (found.type === 'ambiguous') {
      return { type: 'ambiguous', name, places: found.spans.map((span) => ({ path: from, span })) };
    }
    if (found.type !== 'anchor') {
      return found.type === 'heading' ? { type: 'anchor', path: from, span: found.span } : found;
    }
    if (found.anchor.value === undefined) {
      return { type: 'anchor', path: from, span: found.anchor.span };
    }
    if (seen.has(found.anchor.value)) {
      return { type: 'circular', name };
    }
    seen.add(found.anchor.value);
    at = found.anchor.value;
  }
  return resolve(snapshot, from, at);
}
