/** Annotations in reStructuredText: comments that start with `.. annotation:`. */
import { annotationWrites } from '../../annotations/annotationWrites.ts';
import { parseRst } from '../parse.ts';

export const annotationEdits = annotationWrites(
  { open: '.. annotation:', indent: '   ', close: '', escape: (text) => text },
  (text) => parseRst(text, { todoSections: [] }),
);
