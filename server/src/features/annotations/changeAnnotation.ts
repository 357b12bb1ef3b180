/** Writing annotations: computes the edits, or says why there are none. Writes nothing. */

import type { AnnotationState, Remark } from '../../core/model/annotation.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import { basename, type NotePath } from '../../core/text/path.ts';
import { say } from '../../core/text/say.ts';
import type { Span } from '../../core/text/span.ts';
import { type ExpectedLine, expectedLines } from '../expectedLines.ts';
import type { CurrentNote } from '../noteEdits.ts';
import { type AnnotationRef, findAnnotation } from './annotationId.ts';

export type AnnotationChange =
  /** An empty span means its line. */
  | { readonly type: 'add'; readonly path: NotePath; readonly span: Span; readonly remark: Remark }
  | { readonly type: 'reply'; readonly annotation: AnnotationRef; readonly remark: Remark }
  /** Gives remark number `index` another text. */
  | { readonly type: 'edit'; readonly annotation: AnnotationRef; readonly index: number; readonly text: string }
  | { readonly type: 'state'; readonly annotation: AnnotationRef; readonly state: AnnotationState }
  /** Takes remark number `index` away, and for 0 the whole annotation. */
  | { readonly type: 'remove'; readonly annotation: AnnotationRef; readonly index: number };

export type AnnotationOutcome =
  | { readonly path: NotePath; readonly edits: readonly TextEdit[]; readonly expected: readonly ExpectedLine[] }
  /** Why nothing is changed, as a sentence. */
  | { readonly refused: string };

/** The edits for `change` in the note as it reads now, which is absent where there is no such note. */
export function changeAnnotation(change: AnnotationChange, current: CurrentNote | undefined): AnnotationOutcome {
  const path = change.type === 'add' ? change.path : change.annotation.path;
  if (current === undefined) {
    return { refused: say('{0} could not be read; nothing was written.', basename(path)) };
  }
  const edits = editsFor(change, current);
  if (typeof edits === 'string') {
    return { refused: edits };
  }
  return { path, edits, expected: expectedLines(current.text, current.entry.note, edits) };
}

function editsFor(change: AnnotationChange, { text, entry }: CurrentNote): readonly TextEdit[] | string {
  const { note } = entry;
  const { edits } = entry.dialect;
  const said = change.type === 'add' || change.type === 'reply' ? change.remark.text : undefined;
  if ((said ?? (change.type === 'edit' ? change.text : 'something')).trim() === '') {
    return say('An annotation needs a text.');
  }
  if (change.type === 'add') {
    return (
      edits.annotate(text, note, change.span, change.remark) ??
      say('There is nothing here that can be annotated: put the cursor on a line with text.')
    );
  }
  const annotation = note.annotations[findAnnotation(note, change.annotation)];
  if (annotation === undefined) {
    return hasChanged(entry.path);
  }
  switch (change.type) {
    case 'reply':
      return edits.reply(text, annotation, change.remark);
    case 'edit':
      return edits.editRemark(text, annotation, change.index, change.text);
    case 'state':
      return edits.setAnnotationState(text, annotation, change.state);
    case 'remove':
      return edits.removeRemark(text, annotation, change.index);
  }
}

/** For an annotation that is not there any more as it was seen. */
export function hasChanged(path: NotePath): string {
  return say('{0} has changed meanwhile: the annotation reads otherwise now. Nothing was written.', basename(path));
}
