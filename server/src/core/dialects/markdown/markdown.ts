/** The Markdown dialect: CommonMark with GitHub's and wikis' extensions. */
import type { Dialect } from '../dialect.ts';
import { normalizeLabel } from './labels.ts';
import { parseMarkdown } from './parse.ts';

export const markdown: Dialect = {
  id: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown'],
  parse: parseMarkdown,
  anchorKey: normalizeLabel,
  edits: { setTodoState: () => [] },
};
