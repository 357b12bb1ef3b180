/** The edits that bring a to-do in Markdown to another state. */
import type { TextEdit } from '../../model/edit.ts';
import type { Note } from '../../model/note.ts';
import type { TodoState } from '../../model/todo.ts';
import { setWrittenState } from '../todoEdits.ts';

/** What a line starts with that is no paragraph, or has a box of its own. */
const BLOCK_START =
  /^(?:#{1,6}(?:\s|$)|(?:[-+*]|\d{1,9}[.)])(?:\s|$)|>|```|~~~|\$\$|<|\[[ xX/-]\](?:\s|$)|\[[^\]]*\]:|[-=_*\s]+$)/;

/** See `DialectEdits.setTodoState`. */
export function setTodoState(text: string, note: Note, index: number, state: TodoState): readonly TextEdit[] {
  const todo = note.todos[index];
  if (todo === undefined || todo.state === state) {
    return [];
  }
  return setWrittenState(text, note, todo, state, (line) => BLOCK_START.test(line));
}
