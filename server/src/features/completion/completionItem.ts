/** What completion offers. */
import type { Span } from '../../core/text/span.ts';

export type CompletionKind =
  | 'note'
  | 'file'
  | 'folder'
  | 'heading'
  | 'label'
  | 'name'
  | 'footnote'
  | 'role'
  | 'directive'
  | 'option'
  | 'speaker'
  | 'tag';

export interface Proposal {
  readonly label: string;
  readonly kind: CompletionKind;
  /** What is written; `label` where it is absent. */
  readonly text?: string;
  /** The same with a mark `$0` for the cursor, for editors that can put it there. */
  readonly snippet?: string;
  /** What stands dimmed behind the label: a title, a path. */
  readonly detail?: string;
  /** There is more to choose once this is written: what is in a folder. Nothing closes it yet. */
  readonly isOpen?: boolean;
}

export interface Completion {
  readonly proposals: readonly Proposal[];
  /** What is replaced by each. */
  readonly span: Span;
  /** What is written behind each that is not open. */
  readonly close: string;
  /** There are more: ask again after the next letter. */
  readonly isPartial: boolean;
}

/** So many are offered at once. */
export const MOST_PROPOSALS = 200;
