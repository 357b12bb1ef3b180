/**
 * Anchors: places in a note that links may name. Titles are not anchors; a heading lists the names it answers to.
 */
import type { Span } from '../text/span.ts';
import type { LinkTarget } from './link.ts';

export type AnchorKind =
  | 'explicit'
  | 'anonymous'
  | 'embedded'
  | 'inline'
  | 'name-option'
  | 'footnote'
  | 'citation'
  | 'substitution'
  /** A link reference definition: `[name]: http://a.org`. */
  | 'definition'
  /** HTML's `id` or `name`. */
  | 'id'
  /** `^name` at the end of a block, which is what a wiki link can name. */
  | 'block-id'
  /** An entry of a glossary, or a token of a grammar, which stands in `Note.terms` alone. */
  | 'term';

/** What a dialect tells of an anchor. */
export interface AnchorParts {
  readonly kind: AnchorKind;
  /** In the form that `Dialect.anchorKey` gives it; '' for an anonymous target. */
  readonly name: string;
  /** The sign that stands for a number or symbol of the note's own choice: `#` or `*`. */
  readonly auto?: '#' | '*' | undefined;
  /** The whole construct: `` .. _`Slides`: http://a.org ``. */
  readonly span: Span;
  /** The name as written, without quotes: `Slides`. */
  readonly nameSpan: Span;
  /** What the anchor itself points to: `http://a.org`; absent where it marks the place it stands at. */
  readonly value?: LinkTarget | undefined;
  /** Where that stands. Present exactly when `value` is. */
  readonly valueSpan?: Span | undefined;
}

/** An anchor; see `Link` for why it has no spans of its own. */
export class Anchor implements AnchorParts {
  declare readonly kind: AnchorKind;
  declare readonly name: string;
  declare readonly auto: '#' | '*' | undefined;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly nameStart: number;
  declare readonly nameEnd: number;
  declare readonly value: LinkTarget | undefined;
  /** -1 without `value`, as is `valueEnd`. */
  declare readonly valueStart: number;
  declare readonly valueEnd: number;

  constructor({ kind, name, auto, span, nameSpan, value, valueSpan }: AnchorParts) {
    this.kind = kind;
    this.name = name;
    this.auto = auto;
    this.start = span.start;
    this.end = span.end;
    this.nameStart = nameSpan.start;
    this.nameEnd = nameSpan.end;
    this.value = value;
    this.valueStart = valueSpan === undefined ? -1 : valueSpan.start;
    this.valueEnd = valueSpan === undefined ? -1 : valueSpan.end;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get nameSpan(): Span {
    return { start: this.nameStart, end: this.nameEnd };
  }

  get valueSpan(): Span | undefined {
    return this.valueStart < 0 ? undefined : { start: this.valueStart, end: this.valueEnd };
  }

  /** The same anchor under a name that the note has chosen for `auto`. */
  named(name: string, auto: '#' | '*'): Anchor {
    const { kind, span, nameSpan, value, valueSpan } = this;
    return new Anchor({ kind, name, auto, span, nameSpan, value, valueSpan });
  }
}
