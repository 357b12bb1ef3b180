/** The reStructuredText dialect. */
import type { Dialect } from '../dialect.ts';
import { completionAt } from './completion/completionAt.ts';
import { annotationEdits } from './edits/annotationEdits.ts';
import { linkEdits } from './edits/linkEdits.ts';
import { talkWrites } from './edits/talkWrites.ts';
import { textWrites } from './edits/textWrites.ts';
import { writeHeading } from './edits/writeHeading.ts';
import { normalizeName } from './names.ts';
import { parseRst } from './parse.ts';
import { setTodoState } from './todoEdits.ts';

export const rst: Dialect = {
  id: 'rst',
  languageIds: ['restructuredtext'],
  extensions: ['.rst', '.rest'],
  parse: parseRst,
  anchorKey: normalizeName,
  completionAt,
  isEditorsOwn: () => false,
  edits: { setTodoState, writeHeading, ...linkEdits, ...annotationEdits },
  writes: textWrites,
  talks: talkWrites,
};
