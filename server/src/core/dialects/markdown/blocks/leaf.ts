/** The block without blocks in it that is being read, of those that go on whatever stands on a line. */
import type { HtmlEnd } from './htmlBlock.ts';

export type Leaf =
  | { readonly type: 'none' }
  | { readonly type: 'paragraph' }
  | { readonly type: 'table'; readonly start: number; end: number }
  | { readonly type: 'fence'; readonly start: number; end: number; readonly mark: number; readonly length: number }
  | { readonly type: 'math'; readonly start: number; end: number }
  | {
      readonly type: 'html';
      readonly start: number;
      end: number;
      readonly until: HtmlEnd;
      readonly raw: boolean;
      readonly isComment: boolean;
    };

export const NO_LEAF: Leaf = { type: 'none' };
export const PARAGRAPH: Leaf = { type: 'paragraph' };
