/** Turns what was said in the margin into a to-do of the same talk: one edit of the note. Writes nothing. */

import { expectedLines } from '../expectedLines.ts';
import type { CurrentNote } from '../noteEdits.ts';
import { sectionAt } from '../sections.ts';
import { appliedEdits, movedBack } from '../todos/movedBack.ts';
import { type MoveOptions, put } from '../todos/noteMoves.ts';
import { todoSectionOf } from '../todos/todoSections.ts';
import { type AnnotationRef, findAnnotation } from './annotationId.ts';
import { type AnnotationOutcome, hasChanged } from './changeAnnotation.ts';

/** The annotation goes, and what it says, replies too, stands in the To Do section of its talk. */
export function annotationToTodo(ref: AnnotationRef, current: CurrentNote, options: MoveOptions): AnnotationOutcome {
  const { text, entry } = current;
  const { note, dialect } = entry;
  const annotation = note.annotations[findAnnotation(note, ref)];
  if (annotation === undefined) {
    return { refused: hasChanged(entry.path) };
  }
  const { remarks, phrase, target, span } = annotation;
  const [said, ...replies] = remarks.map((remark) => remark.text.replace(/\s+/g, ' ').trim());
  const about = phrase === undefined ? '' : ` (“${phrase.replace(/\s+/g, ' ')}”)`;
  const answers = replies.map((reply, at) => ` – ${[remarks[at + 1]!.author, reply].filter(Boolean).join(': ')}`);
  const edits = dialect.edits.removeRemark(text, annotation, 0);
  // What is left is read anew, so that the place is found in the note as it will be; titles are all still there.
  const rest = appliedEdits(text, edits);
  const left = { text: rest, entry: { ...entry, note: dialect.parse(rest, options) } };
  const section = todoSectionOf(left.entry.note, sectionAt(note, (target ?? span).start), options.todoSections);
  const item = { state: 'open', hasBox: false, lines: [said + about + answers.join('')] } as const;
  const all = movedBack(edits, put(left, section, [item], options));
  return { path: entry.path, edits: all, expected: expectedLines(text, note, all) };
}
