/** What the cursor is on, as far as it has a name that can be changed. */

import { type Definition, definitionsOf, filesOf } from '../../core/index/definition.ts';
import { definitionsIn, spaceOf } from '../../core/index/resolveName.ts';
import type { Snapshot } from '../../core/index/snapshot.ts';
import type { TargetUse } from '../../core/index/targetUses.ts';
import { thingsAt } from '../../core/index/thingAt.ts';
import { displayPath, workspaceRoot } from '../../core/index/workspaceRoot.ts';
import type { Anchor } from '../../core/model/anchor.ts';
import type { LinkTarget } from '../../core/model/link.ts';
import type { Heading } from '../../core/model/note.ts';
import type { NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';

/** `span` is what the cursor is on, in its own note; `path` is where the name is defined. */
export type Renamable =
  | { readonly type: 'heading'; readonly path: NotePath; readonly heading: Heading; readonly span: Span }
  /** All anchors of one name, which lead to one place. */
  | { readonly type: 'anchor'; readonly path: NotePath; readonly anchors: readonly Anchor[]; readonly span: Span }
  /** `isBare`: it is known without its suffix where the cursor is. */
  | { readonly type: 'file'; readonly path: NotePath; readonly isBare: boolean; readonly span: Span };

/** Why something is not done, as a sentence for the user. */
export interface Refused {
  readonly refused: string;
}

/** The named thing at `offset` of the note at `path`. */
export function renamableAt(snapshot: Snapshot, path: NotePath, offset: number): Renamable | Refused {
  const things = thingsAt(snapshot, path, offset);
  // On the text of `` `text <a.rst>`_ `` that text is meant: it is a target of its own.
  const thing =
    things.find((each) => each.type === 'definition' && isEmbedded(each.definition)) ??
    things.find((each) => each.type !== 'todo');
  switch (thing?.type) {
    case 'use':
      return usedThing(snapshot, path, thing.use, offset);
    case 'definition':
      return definedThing(snapshot, thing.definition, thing.span);
    default:
      return { refused: say('There is no title, target or link here that could be renamed.') };
  }
}

function isEmbedded(definition: Definition): boolean {
  return definition.type === 'anchor' && definition.anchor.kind === 'embedded';
}

function usedThing(snapshot: Snapshot, path: NotePath, use: TargetUse, offset: number): Renamable | Refused {
  const { target, span } = use;
  const isFile = (target.type === 'path' || target.type === 'note-name') && !isInFragment(target, span, offset);
  if (isFile) {
    return usedFile(snapshot, path, target, span);
  }
  if (target.type === 'term') {
    return { refused: say('There is no title, target or link here that could be renamed.') };
  }
  const definitions = definitionsOf(snapshot, path, target);
  const [definition] = definitions;
  if (definition === undefined || definition.type === 'file') {
    return { refused: say('{0} is not defined anywhere.', nameIn(target)) };
  }
  if (definitions.length > 1) {
    return { refused: say('{0} is defined in more than one place.', nameIn(target)) };
  }
  return definedThing(snapshot, definition, span);
}

function definedThing(snapshot: Snapshot, definition: Definition, span: Span): Renamable | Refused {
  switch (definition.type) {
    case 'heading':
      return { ...definition, span };
    case 'anchor':
      return anchorThing(snapshot, definition.path, definition.anchor, span);
    case 'url':
      return { refused: say('A web address cannot be renamed.') };
    case 'file':
      return { refused: say('There is no title, target or link here that could be renamed.') };
  }
}

function anchorThing(snapshot: Snapshot, path: NotePath, anchor: Anchor, span: Span): Renamable | Refused {
  const { name, kind, auto } = anchor;
  if (name === '' || auto !== undefined) {
    return {
      refused:
        auto === undefined ? say('An anonymous target has no name.') : say('This footnote gets its sign by itself.'),
    };
  }
  const note = snapshot.notes.get(path)?.note;
  const anchors = note && definitionsIn(note, spaceOf(kind)).get(name)?.anchors;
  return { type: 'anchor', path, anchors: anchors ?? [anchor], span };
}

/** On what stands behind the `#` of a path, or in a path of nothing else. A fragment ends its target. */
function isInFragment(target: LinkTarget, span: Span, offset: number): boolean {
  if ((target.type !== 'path' && target.type !== 'note-name') || target.fragment === undefined) {
    return false;
  }
  const isAlone = (target.type === 'path' ? target.path : target.name) === '';
  return isAlone || (offset >= span.end - target.fragment.length && offset <= span.end);
}

function usedFile(snapshot: Snapshot, from: NotePath, target: LinkTarget, span: Span): Renamable | Refused {
  if (target.type === 'path' && target.glob === true) {
    return { refused: say('A pattern stands for any number of files.') };
  }
  const paths = filesOf(snapshot, from, target);
  const [path] = paths;
  if (path === undefined) {
    return { refused: say('{0} leads to no file that is there.', nameIn(target)) };
  }
  if (paths.length > 1) {
    return { refused: say('{0} may be one of {1} notes.', nameIn(target), paths.length) };
  }
  if (workspaceRoot(snapshot.roots, path) === undefined) {
    return { refused: say('{0} is outside of the workspace.', displayPath(snapshot.roots, path)) };
  }
  const isBare = target.type === 'note-name' || (target.type === 'path' && target.to === 'note');
  return { type: 'file', path, isBare, span };
}

function nameIn(target: LinkTarget): string {
  switch (target.type) {
    case 'local':
    case 'label':
    case 'note-name':
      return `“${target.name}”`;
    case 'path':
      return `“${target.fragment === undefined ? target.path : `${target.path}#${target.fragment}`}”`;
    default:
      return say('What this names');
  }
}
