/** Ids of annotations, and finding them again: made of what was said, so that they outlive edits elsewhere. */
import type { Note } from '../../core/model/note.ts';
import type { NotePath } from '../../core/text/path.ts';

/** Which annotation a person meant, and what they saw. */
export interface AnnotationRef {
  readonly path: NotePath;
  /** Stable over edits elsewhere in the note. */
  readonly id: string;
  /** Text of the first remark. */
  readonly text: string;
}

const LONGEST = 200;

const cache = new WeakMap<Note, readonly string[]>();

/** The ids of a note's annotations, in document order. */
export function annotationIds(note: Note, path: NotePath): readonly string[] {
  let ids = cache.get(note);
  if (ids === undefined) {
    const counts = new Map<string, number>();
    ids = note.annotations.map(({ remarks: [first] }) => {
      const said = [first!.author, first!.date, first!.text.slice(0, LONGEST)];
      const key = JSON.stringify(said);
      const ordinal = counts.get(key) ?? 0;
      counts.set(key, ordinal + 1);
      return JSON.stringify(['annotation', path, ...said, ...(ordinal === 0 ? [] : [ordinal])]);
    });
    cache.set(note, ids);
  }
  return ids;
}

/** Index of the annotation that `ref` names, if it still says what was seen; -1 where none does. */
export function findAnnotation(note: Note, { path, id, text }: AnnotationRef): number {
  const index = annotationIds(note, path).indexOf(id);
  return note.annotations[index]?.remarks[0]?.text === text ? index : -1;
}
