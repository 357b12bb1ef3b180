/**
 * Links: everything in a note that points somewhere. Kinds are named as docutils' nodes and roles are, and as CommonMark
 * calls them, so that the facts of the reference implementations can be compared one to one.
 */
import type { Span } from '../text/span.ts';

export type LinkKind =
  | 'url'
  | 'named-ref'
  | 'embedded-uri'
  | 'embedded-alias'
  | 'anonymous-ref'
  | 'footnote-ref'
  | 'citation-ref'
  | 'substitution-ref'
  | 'role'
  | 'unknown-role'
  | 'image'
  | 'figure'
  | 'image-target'
  | 'figure-target'
  | 'toctree'
  | 'include'
  | 'literalinclude'
  | 'inline-link'
  | 'full-ref'
  | 'collapsed-ref'
  | 'shortcut-ref'
  | 'autolink'
  | 'image-ref'
  | 'wiki-link'
  | 'wiki-embed'
  | 'html-link'
  | 'html-image';

/** An address with a scheme, as written but for line breaks and escapes: `http://a.org/b`, `mailto:me@a.org`. */
export interface UrlTarget {
  readonly type: 'url';
  readonly url: string;
}

/** A path as written, relative to the note or, with a leading slash, to the source root. */
export interface PathTarget {
  readonly type: 'path';
  /** Without the fragment; percent signs as written. */
  readonly path: string;
  /** What follows `#`, where there is one. */
  readonly fragment?: string;
  /** `note`: a document name, whose suffix is left out (`:doc:`, toctree). `file`: the file itself. */
  readonly to: 'note' | 'file';
  /** The path is a pattern that stands for any number of files (toctree's `:glob:`, `image.*`). */
  readonly glob?: boolean;
}

/** A name defined in the same note, in the form that `Dialect.anchorKey` gives it. */
export interface LocalTarget {
  readonly type: 'local';
  readonly space: NameSpace;
  readonly name: string;
  /** As written, for footnotes and citations: `#name`, `*`, `CIT2002`. */
  readonly text?: string;
}

/** The n-th anonymous target of the note, from 0 (`__` in reStructuredText). */
export interface AnonymousTarget {
  readonly type: 'anonymous';
  readonly ordinal: number;
}

/** A label that any note of the workspace may define (`:ref:`), in the form that `Dialect.anchorKey` gives it. */
export interface LabelTarget {
  readonly type: 'label';
  readonly name: string;
  /** As written. */
  readonly text: string;
}

/**
 * A word that a glossary in any note may explain (`:term:`), in the form that `Dialect.anchorKey` gives it, or a token that a
 * grammar may define (`:token:`), in backquotes. Where none does, nobody knows whether that is wrong.
 */
export interface TermTarget {
  readonly type: 'term';
  readonly name: string;
  /** As written. */
  readonly text: string;
}

/** A note by its name: what stands in `[[…]]`, which may be a file name, a path, a title or an alias. */
export interface NoteNameTarget {
  readonly type: 'note-name';
  /** As written; '' for a place in the note itself: `[[#heading]]`. */
  readonly name: string;
  /** What follows `#`, as written: a heading's title, or `^` and a block's id. */
  readonly fragment?: string;
}

/** A target that this product cannot follow: a role it does not know, a keyword. */
export interface OpaqueTarget {
  readonly type: 'opaque';
  readonly text: string;
}

export type LinkTarget =
  | UrlTarget
  | PathTarget
  | LocalTarget
  | AnonymousTarget
  | LabelTarget
  | TermTarget
  | NoteNameTarget
  | OpaqueTarget;

/** Names of one space do not clash with those of another. */
export type NameSpace = 'target' | 'footnote' | 'citation' | 'substitution' | 'definition';

/** What a dialect tells of a link. */
export interface LinkParts {
  readonly kind: LinkKind;
  /** The whole construct: `` `text <a.rst>`_ ``. */
  readonly span: Span;
  readonly target: LinkTarget;
  /** The part that names the target: `a.rst`. */
  readonly targetSpan: Span;
  /** The role's name, for roles: `doc`. */
  readonly role?: string | undefined;
  /** The text a reader sees, where it differs from the target: `text`. */
  readonly label?: string | undefined;
}

/**
 * A link. Like all that notes have many of it keeps the numbers of its spans, and makes a span when asked: span objects
 * would take a fifth of the memory of a workspace, and make every collection of garbage longer. Fields are declared only,
 * so that the constructor gives each its first value.
 */
export class Link implements LinkParts {
  declare readonly kind: LinkKind;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly target: LinkTarget;
  declare readonly targetStart: number;
  declare readonly targetEnd: number;
  declare readonly role: string | undefined;
  declare readonly label: string | undefined;

  constructor({ kind, span, target, targetSpan, role, label }: LinkParts) {
    this.kind = kind;
    this.start = span.start;
    this.end = span.end;
    this.target = target;
    this.targetStart = targetSpan.start;
    this.targetEnd = targetSpan.end;
    this.role = role;
    this.label = label;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get targetSpan(): Span {
    return { start: this.targetStart, end: this.targetEnd };
  }

  /** The same link to something else. */
  to(target: LinkTarget): Link {
    const { kind, span, targetSpan, role, label } = this;
    return new Link({ kind, span, target, targetSpan, role, label });
  }
}
