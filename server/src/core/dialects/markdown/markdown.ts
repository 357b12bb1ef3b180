/** The Markdown dialect: CommonMark with GitHub's and wikis' extensions. */
import type { AnchorKind } from '../../model/anchor.ts';
import type { LinkKind } from '../../model/link.ts';
import type { Dialect } from '../dialect.ts';
import { completionAt } from './completion/completionAt.ts';
import { annotationEdits } from './edits/annotationEdits.ts';
import { linkEdits } from './edits/linkEdits.ts';
import { talkWrites } from './edits/talkWrites.ts';
import { textWrites } from './edits/textWrites.ts';
import { writeHeading } from './edits/writeHeading.ts';
import { normalizeLabel } from './labels.ts';
import { parseMarkdown } from './parse.ts';
import { setTodoState } from './todoEdits.ts';

/** VS Code's own Markdown knows no wiki links and no footnotes. */
const UNCOMMON: ReadonlySet<LinkKind | AnchorKind> = new Set<LinkKind | AnchorKind>([
  'wiki-link',
  'wiki-embed',
  'footnote-ref',
  'footnote',
  'block-id',
  'url',
]);

export const markdown: Dialect = {
  id: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown'],
  parse: parseMarkdown,
  anchorKey: normalizeLabel,
  completionAt,
  isEditorsOwn: ({ kind }) => !UNCOMMON.has(kind),
  edits: { setTodoState, writeHeading, ...linkEdits, ...annotationEdits },
  writes: textWrites,
  talks: talkWrites,
};
