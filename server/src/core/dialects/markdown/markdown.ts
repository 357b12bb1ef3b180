/** The Markdown dialect: CommonMark with GitHub's and wikis' extensions. */
import type { Dialect } from '../dialect.ts';
import { completionAt } from './completion/completionAt.ts';
import { annotationEdits } from './edits/annotationEdits.ts';
import { linkEdits } from './edits/linkEdits.ts';
import { writeHeading } from './edits/writeHeading.ts';
import { normalizeLabel } from './labels.ts';
import { parseMarkdown } from './parse.ts';
import { setTodoState } from './todoEdits.ts';

export const markdown: Dialect = {
  id: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown'],
  parse: parseMarkdown,
  anchorKey: normalizeLabel,
  completionAt,
  isEditorsOwn: ({ kind }) => kind !== 'wiki-link' && kind !== 'wiki-embed',
  edits: { setTodoState, writeHeading, ...linkEdits, ...annotationEdits },
};
