/** Names that a note defines and uses itself. */
import type { Anchor, AnchorKind } from '../model/anchor.ts';
import type { AnonymousTarget, LinkTarget, LocalTarget, NameSpace } from '../model/link.ts';
import type { Heading, Note } from '../model/note.ts';
import type { Span } from '../text/span.ts';
import { Recent } from './recent.ts';

export type NameResolution =
  | { readonly type: 'anchor'; readonly anchor: Anchor }
  | { readonly type: 'heading'; readonly span: Span }
  | { readonly type: 'ambiguous'; readonly name: string; readonly spans: readonly Span[] }
  | { readonly type: 'undefined'; readonly space: NameSpace | 'anonymous'; readonly name: string };

/** Everything of one name in one space. */
export interface NameDefinitions {
  readonly anchors: readonly Anchor[];
  readonly headings: readonly Heading[];
}

/** All that a note defines, each part of it read when it is first asked for. */
class DefinitionsOfNote {
  readonly #note: Note;
  readonly #spaces = new Map<NameSpace, ReadonlyMap<string, NameDefinitions>>();
  #anonymous: readonly Anchor[] | undefined;
  #substitutions: ReadonlyMap<string, NameDefinitions> | undefined;

  constructor(note: Note) {
    this.#note = note;
  }

  in(space: NameSpace): ReadonlyMap<string, NameDefinitions> {
    let names = this.#spaces.get(space);
    if (names === undefined) {
      names = readSpace(this.#note, space);
      this.#spaces.set(space, names);
    }
    return names;
  }

  get anonymous(): readonly Anchor[] {
    this.#anonymous ??= this.#note.anchors.filter(({ kind }) => kind === 'anonymous');
    return this.#anonymous;
  }

  /** Substitutions by their names in lower case. */
  get substitutions(): ReadonlyMap<string, NameDefinitions> {
    this.#substitutions ??= inLowerCase(this.in('substitution'));
    return this.#substitutions;
  }
}

/** Each link of a note asks for these in turn. */
const definitionsOf = new Recent((note: Note) => new DefinitionsOfNote(note));

/** The names that `note` defines in one space. */
export function definitionsIn(note: Note, space: NameSpace): ReadonlyMap<string, NameDefinitions> {
  return definitionsOf.get(note).in(space);
}

/**
 * What a name of `note` stands for. An explicit target wins over section titles of the same name, and the first link
 * reference definition over others, as CommonMark has it.
 */
export function resolveName(note: Note, target: LocalTarget): NameResolution {
  const found = definitionsFor(note, target);
  if (found === undefined) {
    return { type: 'undefined', space: target.space, name: target.name };
  }
  const anchors = meantAnchors(found, target.space);
  if (anchors.length > 0) {
    return anchors.length > 1
      ? { type: 'ambiguous', name: target.name, spans: anchors.map(({ span }) => span) }
      : { type: 'anchor', anchor: anchors[0]! };
  }
  const spans = found.headings.map(({ titleSpan }) => titleSpan);
  return spans.length === 1 ? { type: 'heading', span: spans[0]! } : { type: 'ambiguous', name: target.name, spans };
}

/**
 * Everything that `target` may stand for. The labels of footnotes and citations are names of targets as well, and a
 * substitution is found in another case where none has the very name.
 */
export function definitionsFor(note: Note, { space, name }: LocalTarget): NameDefinitions | undefined {
  const found = definitionsIn(note, space).get(name);
  if (space === 'target') {
    const isOwn = found !== undefined && found.anchors.length > 0;
    return isOwn
      ? found
      : (definitionsIn(note, 'footnote').get(name) ?? definitionsIn(note, 'citation').get(name) ?? found);
  }
  return (
    found ?? (space === 'substitution' ? definitionsOf.get(note).substitutions.get(name.toLowerCase()) : undefined)
  );
}

/** The anchors that a name stands for: one, or all where they contradict each other. */
export function meantAnchors({ anchors }: NameDefinitions, space: NameSpace): readonly Anchor[] {
  if (anchors.length < 2 || (clash(anchors) && space !== 'definition')) {
    return anchors;
  }
  return [anchors.find((anchor) => !yields(anchor)) ?? anchors[0]!];
}

/** What the n-th anonymous reference of `note` stands for. */
export function resolveAnonymous(note: Note, target: AnonymousTarget): NameResolution {
  const anchor = definitionsOf.get(note).anonymous[target.ordinal];
  return anchor === undefined ? { type: 'undefined', space: 'anonymous', name: '' } : { type: 'anchor', anchor };
}

/** Whether anchors of one name contradict each other: they do unless all lead to the same place elsewhere. */
export function clash(anchors: readonly Anchor[]): boolean {
  if (anchors.length < 2) {
    return false;
  }
  const [first, ...others] = anchors.filter((anchor) => !yields(anchor));
  return first !== undefined && others.some((other) => !sameValue(first.value, other.value));
}

/**
 * Whether it yields to everything else of its name: `` `text <name_>`_ ``, which gives a name to what has one, and a table of
 * contents, whose name is written nowhere.
 */
function yields({ kind, value, span, nameSpan }: Anchor): boolean {
  return (kind === 'embedded' && value?.type === 'local') || (kind === 'name-option' && nameSpan.start === span.start);
}

/** The space in which anchors of this kind have their names. */
export function spaceOf(kind: AnchorKind): NameSpace {
  switch (kind) {
    case 'footnote':
    case 'citation':
    case 'substitution':
    case 'definition':
      return kind;
    default:
      return 'target';
  }
}

function sameValue(a: LinkTarget | undefined, b: LinkTarget | undefined): boolean {
  if (a === undefined || b === undefined || a.type !== b.type) {
    return false;
  }
  switch (a.type) {
    case 'url':
      return b.type === 'url' && a.url === b.url;
    case 'path':
      return b.type === 'path' && a.path === b.path && a.fragment === b.fragment;
    case 'local':
    case 'label':
    case 'term':
      return b.type === a.type && a.name === b.name;
    case 'anonymous':
      return b.type === 'anonymous' && a.ordinal === b.ordinal;
    case 'note-name':
      return b.type === 'note-name' && a.name === b.name && a.fragment === b.fragment;
    case 'opaque':
      return b.type === 'opaque' && a.text === b.text;
  }
}

/** Of names that differ in case only, the last one counts. */
function inLowerCase(names: ReadonlyMap<string, NameDefinitions>): ReadonlyMap<string, NameDefinitions> {
  return new Map([...names].map(([name, definitions]) => [name.toLowerCase(), definitions]));
}

function readSpace({ anchors, headings }: Note, space: NameSpace): ReadonlyMap<string, NameDefinitions> {
  const names = new Map<string, { readonly anchors: Anchor[]; readonly headings: Heading[] }>();
  for (const anchor of anchors) {
    if (anchor.name !== '' && spaceOf(anchor.kind) === space) {
      const found = names.get(anchor.name);
      found === undefined ? names.set(anchor.name, { anchors: [anchor], headings: [] }) : found.anchors.push(anchor);
    }
  }
  for (const heading of space === 'target' ? headings : []) {
    for (const name of heading.names) {
      const found = names.get(name);
      found === undefined ? names.set(name, { anchors: [], headings: [heading] }) : found.headings.push(heading);
    }
  }
  return names;
}
