/** What links lead to, taken one step: a name to where it is defined, a path to the file. */
import type { Anchor } from '../model/anchor.ts';
import type { LinkTarget, LocalTarget } from '../model/link.ts';
import type { Heading, Note } from '../model/note.ts';
import type { NotePath } from '../text/path.ts';
import { type Span, sameSpan } from '../text/span.ts';
import { labelled, termLabel } from './noteSymbols.ts';
import type { Resolution } from './resolution.ts';
import { resolve } from './resolve.ts';
import { definitionsFor, meantAnchors, resolveAnonymous } from './resolveName.ts';
import type { Snapshot } from './snapshot.ts';

/** Something that links can name. `anchor` and `heading` are those of the note at `path` in the same snapshot. */
export type Definition =
  | { readonly type: 'anchor'; readonly path: NotePath; readonly anchor: Anchor }
  | { readonly type: 'heading'; readonly path: NotePath; readonly heading: Heading }
  /** A note, another file or a folder, as a whole. */
  | { readonly type: 'file'; readonly path: NotePath }
  | { readonly type: 'url'; readonly url: string };

/**
 * What `target`, written in the note at `from`, names. In contrast to `resolve` names are not followed further: a name
 * that stands for an address gives its definition in the note. Several where the name is ambiguous, none where nothing
 * is there. A fragment that nothing answers to gives the file.
 */
export function definitionsOf(snapshot: Snapshot, from: NotePath, target: LinkTarget): readonly Definition[] {
  const note = snapshot.notes.get(from)?.note;
  switch (target.type) {
    case 'local':
      return note === undefined ? [] : localDefinitions(snapshot, from, note, target);
    case 'anonymous': {
      const found = note && resolveAnonymous(note, target);
      return found?.type === 'anchor' ? [{ type: 'anchor', path: from, anchor: found.anchor }] : [];
    }
    case 'label':
      return labelDefinitions(snapshot, target.name);
    case 'term':
      return labelDefinitions(snapshot, termLabel(target.name));
    case 'url':
      return [{ type: 'url', url: target.url }];
    default:
      return placesOf(resolve(snapshot, from, target))
        .map(({ path, span }) => definitionAt(snapshot, path, span))
        .filter(({ type }) => type !== 'file' || namesFile(target));
  }
}

/** The notes or files that the path or name in `target` leads to, whatever its fragment; none for a name or an address. */
export function filesOf(snapshot: Snapshot, from: NotePath, target: LinkTarget): readonly NotePath[] {
  return namesFile(target) ? placesOf(resolve(snapshot, from, target)).map(({ path }) => path) : [];
}

/** Whether `target` says which file it means: `#place` alone does not. */
function namesFile(target: LinkTarget): boolean {
  return (target.type === 'path' && target.path !== '') || (target.type === 'note-name' && target.name !== '');
}

/** Whether two definitions of one snapshot are the same. */
export function sameDefinition(a: Definition, b: Definition): boolean {
  switch (a.type) {
    case 'anchor':
      return b.type === 'anchor' && a.anchor === b.anchor && a.path === b.path;
    case 'heading':
      return b.type === 'heading' && a.heading === b.heading && a.path === b.path;
    case 'file':
      return b.type === 'file' && a.path === b.path;
    case 'url':
      return b.type === 'url' && a.url === b.url;
  }
}

/** An explicit target wins over titles of the same name; a citation may stand in another note. */
function localDefinitions(snapshot: Snapshot, path: NotePath, note: Note, target: LocalTarget): readonly Definition[] {
  const found = definitionsFor(note, target);
  if (found === undefined) {
    return target.space === 'citation' ? labelDefinitions(snapshot, `[${target.name}]`) : [];
  }
  if (found.anchors.length === 0) {
    return found.headings.map((heading) => ({ type: 'heading', path, heading }));
  }
  return meantAnchors(found, target.space).map((anchor) => ({ type: 'anchor', path, anchor }));
}

function labelDefinitions(snapshot: Snapshot, name: string): readonly Definition[] {
  return snapshot.notes.labelDefinitions(name).flatMap((path): readonly Definition[] => {
    const note = snapshot.notes.get(path)?.note;
    const anchor = note && labelled(note, name);
    return anchor === undefined ? [] : [{ type: 'anchor', path, anchor }];
  });
}

/** Where a path or a wiki link leads; a wrong case or a missing fragment does not stop anybody. */
function placesOf(resolution: Resolution): readonly { readonly path: NotePath; readonly span?: Span }[] {
  switch (resolution.type) {
    case 'note':
      return [resolution];
    case 'file':
    case 'case-mismatch':
    case 'missing-fragment':
      return [{ path: resolution.path }];
    case 'ambiguous':
      return resolution.places.map(({ path }) => ({ path }));
    default:
      return [];
  }
}

/** What stands at `span`, which is that of an anchor or of a title. */
function definitionAt(snapshot: Snapshot, path: NotePath, span: Span | undefined): Definition {
  const note = snapshot.notes.get(path)?.note;
  if (note === undefined || span === undefined) {
    return { type: 'file', path };
  }
  const anchor = note.anchors.find((each) => sameSpan(each.span, span));
  if (anchor !== undefined) {
    return { type: 'anchor', path, anchor };
  }
  const heading = note.headings.find((each) => sameSpan(each.titleSpan, span));
  return heading === undefined ? { type: 'file', path } : { type: 'heading', path, heading };
}
