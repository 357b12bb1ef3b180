/** Blocks without blocks in them that one line starts, whatever stood before. Source: CommonMark, "Leaf blocks". */
import type { Cursor } from './cursor.ts';
import { type HtmlStart, htmlStart } from './htmlBlock.ts';
import { type AtxHeading, atxHeading, isThematicBreak, openingFence } from './lineShapes.ts';
import { opensMath } from './math.ts';

export type LeafStart =
  | ({ readonly type: 'heading' } & AtxHeading)
  | { readonly type: 'break' }
  | { readonly type: 'fence'; readonly length: number }
  | { readonly type: 'math' }
  | ({ readonly type: 'html' } & HtmlStart);

const BREAK: LeafStart = { type: 'break' };
const MATH: LeafStart = { type: 'math' };

/** The block that starts at `cursor`, whose next character is `code`; `interrupts`: a paragraph may go on there. */
export function leafStart({ text, first, end }: Cursor, code: number, interrupts: boolean): LeafStart | undefined {
  switch (code) {
    case 35: {
      const heading = atxHeading(text, first, end);
      return heading && { type: 'heading', ...heading };
    }
    case 96:
    case 126: {
      const length = openingFence(text, first, end);
      return length > 0 ? { type: 'fence', length } : undefined;
    }
    case 60: {
      const html = htmlStart(text, first, end, interrupts);
      return html && { type: 'html', ...html };
    }
    case 36:
      return opensMath(text, first, end) ? MATH : undefined;
    case 42:
    case 45:
    case 95:
      return isThematicBreak(text, first, end) ? BREAK : undefined;
    default:
      return undefined;
  }
}
