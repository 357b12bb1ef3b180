/** Block ids, which wiki links can name: `^id` at the end of a block. */

import type { NoteCollector } from '../noteCollector.ts';
import { spanIn, type TextRun } from '../textRun.ts';
import { isAlphanumeric, isWhite } from './characters.ts';
import { normalizeLabel } from './labels.ts';

const CARET = 94;
const HYPHEN = 45;

/** Takes note of the id at the end of `run`, if there is one. */
export function readBlockId(run: TextRun, note: NoteCollector): void {
  const { text, from, to } = run;
  let at = to;
  while (at > from && (isAlphanumeric(text.charCodeAt(at - 1)) || text.charCodeAt(at - 1) === HYPHEN)) {
    at--;
  }
  const caret = at - 1;
  if (at === to || caret < from || text.charCodeAt(caret) !== CARET) {
    return;
  }
  if (caret === from || isWhite(text.charCodeAt(caret - 1))) {
    const name = normalizeLabel(text.slice(caret, to));
    note.addAnchor({ kind: 'block-id', name, span: spanIn(run, caret, to), nameSpan: spanIn(run, at, to) });
  }
}
