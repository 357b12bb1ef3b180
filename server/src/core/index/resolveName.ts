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

/** All that a note defines. */
interface DefinitionsOfNote {
  readonly spaces: ReadonlyMap<NameSpace, ReadonlyMap<string, NameDefinitions>>;
  readonly anonymous: readonly Anchor[];
  /** Substitutions by their names in lower case, made when first asked for. */
  readonly substitutions: () => ReadonlyMap<string, NameDefinitions>;
}

/** Each link of a note asks for these in turn. */
const definitionsOf = new Recent((note: Note): DefinitionsOfNote => {
  const spaces = readSpaces(note);
  let substitutions: ReadonlyMap<string, NameDefinitions> | undefined;
  return {
    spaces,
    anonymous: note.anchors.filter(({ kind }) => kind === 'anonymous'),
    substitutions: () => {
      substitutions ??= inLowerCase(spaces.get('substitution') ?? NOTHING);
      return substitutions;
    },
  };
});

const NOTHING: ReadonlyMap<string, NameDefinitions> = new Map();

/** The names that `note` defines in one space. */
export function definitionsIn(note: Note, space: NameSpace): ReadonlyMap<string, NameDefinitions> {
  return definitionsOf.get(note).spaces.get(space) ?? NOTHING;
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
  const [anchor, ...others] = meantAnchors(found, target.space);
  if (anchor !== undefined) {
    return others.length > 0
      ? { type: 'ambiguous', name: target.name, spans: [anchor, ...others].map(({ span }) => span) }
      : { type: 'anchor', anchor };
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
    found ?? (space === 'substitution' ? definitionsOf.get(note).substitutions().get(name.toLowerCase()) : undefined)
  );
}

/** The anchors that a name stands for: one, or all where they contradict each other. */
export function meantAnchors({ anchors }: NameDefinitions, space: NameSpace): readonly Anchor[] {
  return clash(anchors) && space !== 'definition'
    ? anchors
    : anchors.slice(0, 1).map((first) => anchors.find((anchor) => !yields(anchor)) ?? first);
}

/** What the n-th anonymous reference of `note` stands for. */
export function resolveAnonymous(note: Note, target: AnonymousTarget): NameResolution {
  const anchor = definitionsOf.get(note).anonymous[target.ordinal];
  return anchor === undefined ? { type: 'undefined', space: 'anonymous', name: '' } : { type: 'anchor', anchor };
}

/** Whether anchors of one name contradict each other: they do unless all lead to the same place elsewhere. */
export function clash(anchors: readonly Anchor[]): boolean {
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

function readSpaces(note: Note): DefinitionsOfNote['spaces'] {
  const spaces = new Map<NameSpace, Map<string, { anchors: Anchor[]; headings: Heading[] }>>();
  const slot = (space: NameSpace, name: string) => {
    const names = spaces.get(space) ?? new Map<string, { anchors: Anchor[]; headings: Heading[] }>();
    spaces.set(space, names);
    const definitions = names.get(name) ?? { anchors: [], headings: [] };
    names.set(name, definitions);
    return definitions;
  };
  for (const anchor of note.anchors) {
    if (anchor.name !== '') {
      slot(spaceOf(anchor.kind), anchor.name).anchors.push(anchor);
    }
  }
  for (const heading of note.headings) {
    for (const name of heading.names) {
      slot('target', name).headings.push(heading);
    }
  }
  return spaces;
}
