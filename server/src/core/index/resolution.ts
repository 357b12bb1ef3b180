/** Where a link leads, as far as that is known. */
import type { NameSpace } from '../model/link.ts';
import type { NotePath } from '../text/path.ts';
import type { Span } from '../text/span.ts';

/** A place in a note. */
export interface Place {
  readonly path: NotePath;
  readonly span: Span;
}

export type Resolution =
  | { readonly type: 'url'; readonly url: string }
  /** A note; `span` is what the fragment names. */
  | { readonly type: 'note'; readonly path: NotePath; readonly span?: Span }
  /** A file or folder that is no note. */
  | { readonly type: 'file'; readonly path: NotePath }
  /** A name's definition. */
  | { readonly type: 'anchor'; readonly path: NotePath; readonly span: Span }
  /** No such file or note; `candidates` are where it was looked for. */
  | { readonly type: 'missing'; readonly wanted: 'note' | 'file'; readonly candidates: readonly NotePath[] }
  /** The note at `path` is there, but nothing in it answers to `fragment`. */
  | { readonly type: 'missing-fragment'; readonly path: NotePath; readonly fragment: string }
  /** No such name. */
  | { readonly type: 'undefined'; readonly space: NameSpace | 'label' | 'anonymous'; readonly name: string }
  /** Names that lead to each other in a circle. */
  | { readonly type: 'circular'; readonly name: string }
  /** There, but written in other letters: `path` is how it is written on disk. */
  | { readonly type: 'case-mismatch'; readonly path: NotePath }
  /** One name, several definitions. */
  | { readonly type: 'ambiguous'; readonly name: string; readonly places: readonly Place[] }
  /** Not known before `folder` is listed. */
  | { readonly type: 'unknown'; readonly folder: NotePath }
  /** Nothing that can be followed or judged. */
  | { readonly type: 'opaque' };
