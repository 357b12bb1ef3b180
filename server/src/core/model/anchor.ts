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
  /** An entry of a glossary, which stands in `Note.terms` alone. */
  | 'term';

export interface Anchor {
  readonly kind: AnchorKind;
  /** In the form that `Dialect.anchorKey` gives it; '' for an anonymous target. */
  readonly name: string;
  /** The sign that stands for a number or symbol of the note's own choice: `#` or `*`. */
  readonly auto?: '#' | '*';
  /** The whole construct: `` .. _`Slides`: http://a.org ``. */
  readonly span: Span;
  /** The name as written, without quotes: `Slides`. */
  readonly nameSpan: Span;
  /** What the anchor itself points to: `http://a.org`; absent where it marks the place it stands at. */
  readonly value?: LinkTarget;
  /** Where that stands. Present exactly when `value` is. */
  readonly valueSpan?: Span;
}
