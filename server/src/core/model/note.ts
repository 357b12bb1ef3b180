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

export interface Heading {
  /** Plain text without markup, white space folded; never used as an identity, since titles repeat. */
  readonly title: string;
  /** 1 for the outermost. */
  readonly level: number;
  /** Title with its adornments, from the first adornment or title character to the end of the last such line. */
  readonly span: Span;
  /** The title's own text, without surrounding white space. */
  readonly titleSpan: Span;
  /** Where the section ends: the next heading's `span.start` of the same or a higher level, or the note's end. */
  readonly sectionEnd: number;
  /** Index in `Note.headings` of the section around; -1 for the outermost. */
  readonly parent: number;
  /** Names a link can use for this section (implicit title name, labels right above it), as `anchorKey` gives them. */
  readonly names: readonly string[];
  /** Short lines of the first text blocks under the title, as written, LF between them: where people put who spoke. At most six. */
  readonly lead: string;
}

/** A block that can be folded: a literal block, a directive, a comment, a list. */
export interface Fold {
  readonly span: Span;
  readonly kind: 'region' | 'comment';
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
  /** What the glossaries in it explain; absent where there are none. */
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
