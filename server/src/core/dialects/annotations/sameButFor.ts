/** Whether two notes say the same, apart from a piece that one of them has more. */
import type { Note } from '../../model/note.ts';
import type { Span } from '../../text/span.ts';

/** Whether `after` is `before` with comments inserted at `inserted`: all else is found as before, where it was. */
export function sameButFor(before: Note, after: Note, inserted: Span): boolean {
  const length = inserted.end - inserted.start;
  const was = facts(before, (offset) => (offset >= inserted.start ? offset + length : offset));
  const is = facts(after, (offset) => (inserted.start <= offset && offset < inserted.end ? undefined : offset));
  return was.length === is.length && was.every((fact, at) => fact === is[at]);
}

/** All that a note says, each with where it stands; left out where `moved` gives no place. */
function facts(note: Note, moved: (offset: number) => number | undefined): readonly string[] {
  const found: string[] = [];
  const add = (kind: string, { start }: Span, ...details: readonly unknown[]): void => {
    const place = moved(start);
    if (place !== undefined) {
      found.push(`${kind} ${place} ${JSON.stringify(details)}`);
    }
  };
  for (const { span, title, level, names, lead } of note.headings) {
    add('heading', span, title, level, names, lead);
  }
  for (const { span, kind, target } of note.links) {
    add('link', span, kind, target);
  }
  for (const { span, kind, name } of note.anchors) {
    add('anchor', span, kind, name);
  }
  for (const { span, kind, state, text } of note.todos) {
    add('todo', span, kind, state, text);
  }
  for (const { span, kind } of note.folds) {
    add('fold', span, kind);
  }
  for (const { span, code } of note.problems) {
    add('problem', span, code);
  }
  for (const { span, remarks } of note.annotations) {
    add('annotation', span, remarks);
  }
  for (const { span } of note.ignores) {
    add('ignore', span);
  }
  return found;
}
