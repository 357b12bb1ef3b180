/** What someone is about to write at a place of a note. */

import type { Span } from '../text/span.ts';
import type { NameSpace } from './link.ts';

/** A word that a format knows by itself: a role, a directive, an option. */
export interface KnownWord {
  readonly text: string;
  /** What is written in place of it, where that is more; `$0` is where the cursor goes. */
  readonly snippet?: string;
}

export type CompletionSubject =
  /** A path as in `PathTarget`; `images`: of a picture. */
  | { readonly type: 'path'; readonly to: 'note' | 'file'; readonly images: boolean }
  /** A place in the note or file at `path`, or in the note itself where that is ''. */
  | { readonly type: 'fragment'; readonly path: string }
  /** A label that any note may define. */
  | { readonly type: 'label' }
  /** A name of the same note, from any of `spaces`. */
  | { readonly type: 'name'; readonly spaces: readonly NameSpace[] }
  /** The name of a note, in a wiki link. */
  | { readonly type: 'note-name' }
  /** A title in the note of that name, or in the note itself where that is ''. */
  | { readonly type: 'note-heading'; readonly name: string }
  | { readonly type: 'word'; readonly kind: 'role' | 'directive' | 'option'; readonly words: readonly KnownWord[] }
  /** Who spoke, behind `@`. */
  | { readonly type: 'speaker' }
  /** Behind `#`. */
  | { readonly type: 'tag' };

export interface CompletionPlace {
  readonly subject: CompletionSubject;
  /** What is there already, up to the cursor; it is replaced. */
  readonly span: Span;
  readonly written: string;
  /** What has to stand behind what is chosen, and does not yet. */
  readonly close: string;
  /** How a path is spelled there, with percent signs for what would end it; as it is where this is absent. */
  readonly spell?: (path: string) => string;
}
