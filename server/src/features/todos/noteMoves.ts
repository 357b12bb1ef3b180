/** Taking to-dos out of one note and putting them into a section of it. */
import { newSection } from '../../core/dialects/todos/newSection.ts';
import { NoteText } from '../../core/dialects/todos/noteText.ts';
import { putTodos, writeTodos } from '../../core/dialects/todos/putTodos.ts';
import { type TakenTodos, takeTodos } from '../../core/dialects/todos/takeTodos.ts';
import type { TodoItem } from '../../core/dialects/todos/todoBlock.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { CurrentNote } from '../noteEdits.ts';
import { appliedEdits, movedBack } from './movedBack.ts';
import { isTitled, type TodoSection } from './todoSections.ts';

export interface MoveOptions {
  /** Titles of To Do sections, the one to write first. */
  readonly todoSections: readonly string[];
  /** Title of the section for what is done. */
  readonly doneSection: string;
}

/** Options, and whether to-dos come from a note of another format. */
interface PutOptions extends MoveOptions {
  readonly fromElsewhere?: boolean;
}

/** Takes `todos` out of a note, and puts them with `more` into a section of it. */
export function moveInNote(
  current: CurrentNote,
  todos: readonly number[],
  section: TodoSection,
  options: PutOptions,
  more: readonly TodoItem[] = [],
): readonly TextEdit[] | undefined {
  const taken = takeOut(current, todos, options);
  const edit = taken && put(taken.rest, section, [...taken.items, ...more], options);
  return edit && movedBack(taken.edits, edit);
}

/** To-dos taken out of a note, and what is left; `undefined` where they cannot be, or the rest would read differently. */
export function takeOut(
  current: CurrentNote,
  todos: readonly number[],
  { todoSections }: MoveOptions,
): (TakenTodos & { readonly rest: CurrentNote }) | undefined {
  const { text, entry } = current;
  const taken = takeTodos(new NoteText(text, entry.note), todos);
  if (taken === undefined || taken.edits.length === 0) {
    return taken && { ...taken, rest: current };
  }
  const rest = appliedEdits(text, taken.edits);
  const note = entry.dialect.parse(rest, { todoSections });
  const left = entry.note.todos.filter(({ span: { start } }) =>
    taken.edits.every(({ span, text: put }) => put !== '' || start < span.start || start >= span.end),
  );
  const readsOn =
    note.todos.length === left.length &&
    note.headings.length === entry.note.headings.length &&
    note.headings.every(({ title }, at) => title === entry.note.headings[at]!.title);
  return readsOn ? { ...taken, rest: { text: rest, entry: { ...entry, note } } } : undefined;
}

export function put(
  { text, entry }: CurrentNote,
  section: TodoSection,
  items: readonly TodoItem[],
  options: PutOptions,
): TextEdit {
  const { note, dialect } = entry;
  const source = new NoteText(text, note);
  if ('heading' in section) {
    const inTodoSection = isTitled(note, section.heading, options.todoSections);
    return putTodos(source, section.heading, items, { ...fromOf(options), inTodoSection });
  }
  const level = (note.headings[section.parent]?.level ?? 0) + 1;
  const inTodoSection = section.title !== options.doneSection;
  const title = dialect.edits.writeHeading(text, note, level, section.title);
  return newSection(source, section.parent, [
    ...title,
    '',
    ...writeTodos(items, { ...fromOf(options), inTodoSection }),
  ]);
}

function fromOf({ fromElsewhere }: PutOptions): { readonly fromElsewhere?: boolean } {
  return fromElsewhere === undefined ? {} : { fromElsewhere };
}
