/** What the block pass finds, in document order; the inline pass makes the note of it once all definitions are known. */
import type { TextRun } from '../textRun.ts';

export type Part =
  | {
      readonly type: 'heading';
      readonly level: number;
      readonly from: number;
      readonly to: number;
      readonly run: TextRun;
    }
  | { readonly type: 'paragraph'; readonly run: TextRun }
  /** A row of a table. */
  | { readonly type: 'row'; readonly from: number; readonly to: number }
  /** HTML; `raw` where only its first tag is HTML, as in a script. */
  | { readonly type: 'html'; readonly from: number; readonly to: number; readonly raw: boolean }
  /** A list item, whose marker stands at `at`; what follows up to its `close` is in it. */
  | { readonly type: 'item'; readonly at: number }
  | { readonly type: 'footnote' }
  | { readonly type: 'quote' }
  | { readonly type: 'close' }
  /** Code, math, a break: nothing is in it, but it stands between other things. */
  | { readonly type: 'opaque' };
