/** Annotations in Markdown: HTML comments that start with `<!-- annotation:`. */
import { annotationWrites } from '../../annotations/annotationWrites.ts';
import { parseMarkdown } from '../parse.ts';

export const annotationEdits = annotationWrites(
  {
    open: '<!-- annotation:',
    // No line of it can then end front matter that was never meant as such.
    indent: '  ',
    close: '-->',
    // Two hyphens with what would end a comment, or would be taken for the escape of it.
    escape: (text) => text.replace(/(--!?)(>|&)/g, (_, hyphens, end) => `${hyphens}${end === '>' ? '&gt;' : '&amp;'}`),
  },
  (text) => parseMarkdown(text, { todoSections: [] }),
);
