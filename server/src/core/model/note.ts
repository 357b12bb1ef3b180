/**
 * The one document model. A dialect makes it of a text; features read it and never ask which dialect that was.
 * It is fully determined by the text, holds UTF-16 offsets only, and keeps no reference to the text.
 */
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './anchor.ts';
import type { Annotation } from './annotation.ts';
import type { Ignore } from './ignore.ts';
import type { Link } from './link.ts';
import type { Problem } from './problem.ts';
import type { Todo } from './todo.ts';

/** What a dialect tells of a section title. */
export interface HeadingParts {
  /** Plain text without markup, white space folded; never used as an identity, since titles repeat. */
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  /** Title with its adornments, from the first adornment or title character to the end of the last such line. */
  readonly span: Span;
  /** The title's own text, without surrounding white space. */
  readonly titleSpan: Span;
  /** Index in `Note.headings` of the section around; -1 for the outermost. */
  readonly parent: number;
  /** Names a link can use for this section (implicit title name, labels right above it), as `anchorKey` gives them. */
  readonly names: readonly string[];
}

const NONE: readonly never[] = [];

/** A section title; see `Link` for why it has no spans of its own. */
export class Heading implements HeadingParts {
  declare readonly title: string;
  declare readonly level: number;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly titleStart: number;
  declare readonly titleEnd: number;
  /** Where the section ends: the next heading's `start` of the same or a higher level, or the note's end. */
  declare readonly sectionEnd: number;
  declare readonly parent: number;
  /** The first of `names`, and the rest: most sections answer to one name only, and a list takes more than that. */
  declare readonly name: string | undefined;
  declare readonly otherNames: readonly string[];
  /** Short lines of the first text blocks under the title, as written, LF between them: where people put who spoke. At most six. */
  declare readonly lead: string;

  constructor({ title, level, span, titleSpan, parent, names }: HeadingParts) {
    this.title = title;
    this.level = level;
    this.start = span.start;
    this.end = span.end;
    this.titleStart = titleSpan.start;
    this.titleEnd = titleSpan.end;
    this.sectionEnd = -1;
    this.parent = parent;
    this.name = names[0];
    this.otherNames = names.length > 1 ? names.slice(1) : NONE;
    this.lead = '';
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get titleSpan(): Span {
    return { start: this.titleStart, end: this.titleEnd };
  }

  get names(): readonly string[] {
    return this.name === undefined ? NONE : [this.name, ...this.otherNames];
  }
}

/** A block that can be folded: a literal block, a directive, a comment, a list. See `Link` for why it has no span of its own. */
export class Fold {
  declare readonly start: number;
  declare readonly end: number;
  declare readonly kind: 'region' | 'comment';

  constructor(start: number, end: number, kind: Fold['kind']) {
    this.start = start;
    this.end = end;
    this.kind = kind;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
}

/** What a note says of itself above its text: in front matter. Lists are empty where it says nothing. */
export interface NoteMeta {
  readonly title?: string;
  readonly event?: string;
  /** As written. */
  readonly date?: string;
  readonly speakers: readonly string[];
  readonly tags: readonly string[];
  /** Other names that wiki links may use for the note. */
  readonly aliases: readonly string[];
}

export interface Note {
  readonly lines: LineIndex;
  /** Absent where the note says nothing of itself. */
  readonly meta?: NoteMeta;
  /** In document order. */
  readonly headings: readonly Heading[];
  /** In document order. */
  readonly links: readonly Link[];
  /** In document order. */
  readonly anchors: readonly Anchor[];
  /** What the glossaries and grammars in it explain; absent where there are none. */
  readonly terms?: readonly Anchor[];
  /** In document order; a nested to-do follows its parent. */
  readonly todos: readonly Todo[];
  /** In document order. */
  readonly folds: readonly Fold[];
  /** In document order. */
  readonly problems: readonly Problem[];
  /** In document order. */
  readonly annotations: readonly Annotation[];
  /** Findings that comments in the note say to leave out. */
  readonly ignores: readonly Ignore[];
}
