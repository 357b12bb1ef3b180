/** A note's text after one of its to-dos was checked or unchecked. */
import type { Dialect } from '../../server/src/core/dialects/dialect.ts';
import { rst } from '../../server/src/core/dialects/rst/rst.ts';
import type { TextEdit } from '../../server/src/core/model/edit.ts';
import type { Note } from '../../server/src/core/model/note.ts';
import type { TodoState } from '../../server/src/core/model/todo.ts';
import { todoSections } from './noteCases.ts';

/** The note that `text` writes in `dialect`. */
export function readNote(text: string, dialect: Dialect = rst): Note {
  return dialect.parse(text, { todoSections });
}

/** `text` with to-do number `index` brought to `state`. */
export function toggled(text: string, index: number, state: TodoState, dialect: Dialect = rst): string {
  return applyEdits(text, dialect.edits.setTodoState(text, readNote(text, dialect), index, state));
}

/** `text` with `edits`, which do not overlap, carried out. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((before, { span, text: put }) => before.slice(0, span.start) + put + before.slice(span.end), text);
}
