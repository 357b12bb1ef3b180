/** What a reader wants to know of a link without following it. */

import { usesOf } from '../core/index/backlinks.ts';
import { type Definition, definitionsOf } from '../core/index/definition.ts';
import { placeGroups } from '../core/index/placeGroups.ts';
import type { Snapshot } from '../core/index/snapshot.ts';
import { thingAt } from '../core/index/thingAt.ts';
import { displayPath } from '../core/index/workspaceRoot.ts';
import type { Anchor } from '../core/model/anchor.ts';
import type { LinkTarget } from '../core/model/link.ts';
import type { Note } from '../core/model/note.ts';
import { basename, type NotePath } from '../core/text/path.ts';
import { say } from '../core/text/say.ts';
import { type Span, sameSpan } from '../core/text/span.ts';
import { belowTitle, type ExcerptPlace, paragraphAt } from './excerpt.ts';
import { isImage } from './images.ts';
import { noteTitle } from './sections.ts';

/** What is known of a web page, as a sentence; `undefined` where nobody looked yet. */
export type LinkState = (url: string) => string | undefined;

export type HoverPart =
  /** Where it leads: a title or file name, and where that is. */
  | {
      readonly type: 'place';
      readonly title: string;
      readonly path: NotePath;
      readonly offset?: number;
      readonly shown: string;
    }
  /** Lines of a note; see excerpt.ts. */
  | { readonly type: 'excerpt'; readonly path: NotePath; readonly place: ExcerptPlace }
  | { readonly type: 'image'; readonly path: NotePath }
  | { readonly type: 'url'; readonly url: string; readonly state?: string }
  | { readonly type: 'sentence'; readonly text: string };

export interface Hover {
  /** What it is about. */
  readonly span: Span;
  readonly parts: readonly HoverPart[];
}

/** A chain of names is followed this far. */
const MOST_STEPS = 8;

/** What to show of what stands at `offset`; `undefined` for prose, and for links that lead nowhere. */
export function hover(snapshot: Snapshot, path: NotePath, offset: number, linkState?: LinkState): Hover | undefined {
  const thing = thingAt(snapshot, path, offset);
  const parts =
    thing?.type === 'use'
      ? partsOfTarget(snapshot, path, thing.use.target, linkState, 0)
      : thing?.type === 'definition'
        ? usesPart(snapshot, thing.definition)
        : [];
  return thing === undefined || parts.length === 0 ? undefined : { span: thing.span, parts };
}

function partsOfTarget(
  snapshot: Snapshot,
  from: NotePath,
  target: LinkTarget,
  linkState: LinkState | undefined,
  steps: number,
): readonly HoverPart[] {
  const [definition] = definitionsOf(snapshot, from, target);
  switch (definition?.type) {
    case 'url': {
      const state = linkState?.(definition.url);
      return [{ type: 'url', url: definition.url, ...(state === undefined ? {} : { state }) }];
    }
    case 'file':
      return partsOfFile(snapshot, definition.path);
    case 'heading':
      return partsOfHeading(snapshot, definition.path, definition.heading.titleSpan);
    case 'anchor':
      return definition.anchor.value !== undefined && steps < MOST_STEPS
        ? partsOfTarget(snapshot, definition.path, definition.anchor.value, linkState, steps + 1)
        : partsOfAnchor(snapshot, definition.path, definition.anchor);
    case undefined:
      return [];
  }
}

function partsOfFile(snapshot: Snapshot, path: NotePath): readonly HoverPart[] {
  const note = snapshot.notes.get(path)?.note;
  if (note !== undefined) {
    const excerpt: readonly HoverPart[] =
      note.headings.length === 0
        ? [{ type: 'excerpt', path, place: { span: { start: 0, end: note.lines.length }, isParagraph: false } }]
        : [{ type: 'excerpt', path, place: belowTitle(note, 0) }];
    return [placePart(snapshot, path, noteTitle(note, basename(path)), undefined), ...excerpt];
  }
  const picture = isImage(path);
  return [placePart(snapshot, path, basename(path), undefined), ...(picture ? [{ type: 'image', path } as const] : [])];
}

function partsOfHeading(snapshot: Snapshot, path: NotePath, titleSpan: Span): readonly HoverPart[] {
  const { note } = snapshot.notes.get(path)!;
  const index = note.headings.findIndex((heading) => sameSpan(heading.titleSpan, titleSpan));
  const { title } = note.headings[index]!;
  return [placePart(snapshot, path, title, titleSpan.start), { type: 'excerpt', path, place: belowTitle(note, index) }];
}

/** A label says what its section says, a footnote its text, and any other place what stands there. */
function partsOfAnchor(snapshot: Snapshot, path: NotePath, anchor: Anchor): readonly HoverPart[] {
  const { note } = snapshot.notes.get(path)!;
  const heading = placeGroups(snapshot, [{ type: 'anchor', path, anchor }]).find((each) => each.type === 'heading');
  if (heading?.type === 'heading') {
    return partsOfHeading(snapshot, path, heading.heading.titleSpan);
  }
  const excerpt: HoverPart = { type: 'excerpt', path, place: paragraphAt(note, startOfText(anchor)) };
  const isOfNote = anchor.kind === 'footnote' || anchor.kind === 'citation' || anchor.kind === 'substitution';
  return isOfNote
    ? [excerpt]
    : [placePart(snapshot, path, sectionTitle(note, path, anchor), anchor.span.start), excerpt];
}

/** Behind the name of a footnote or substitution and the signs that close it; else from the target on. */
function startOfText({ kind, span, nameSpan }: Anchor): number {
  switch (kind) {
    case 'footnote':
    case 'citation':
    case 'substitution':
      return nameSpan.end + 1;
    case 'explicit':
      return span.end;
    default:
      return span.start;
  }
}

function sectionTitle(note: Note, path: NotePath, anchor: Anchor): string {
  const heading = note.headings.findLast(({ span }) => span.start <= anchor.span.start);
  return heading?.title ?? noteTitle(note, basename(path));
}

function placePart(snapshot: Snapshot, path: NotePath, title: string, offset: number | undefined): HoverPart {
  const line = offset === undefined ? undefined : snapshot.notes.get(path)?.note.lines.lineAt(offset);
  const file = displayPath(snapshot.roots, path);
  const shown = line === undefined ? file : `${file}:${line + 1}`;
  return { type: 'place', title, path, shown, ...(offset === undefined ? {} : { offset }) };
}

/** How often a title or target is used; nothing where it is not. */
function usesPart(snapshot: Snapshot, definition: Definition): readonly HoverPart[] {
  const uses = usesOf(snapshot, placeGroups(snapshot, [definition]));
  const notes = new Set(uses.map(({ path }) => path)).size;
  const text =
    uses.length === 1
      ? say('Linked from one place.')
      : notes === 1
        ? say('Linked from {0} places.', uses.length)
        : say('Linked from {0} places in {1} notes.', uses.length, notes);
  return uses.length === 0 ? [] : [{ type: 'sentence', text }];
}
