/** Taking to-dos out of one note and putting them into a section of it. */
import { newSection } from '../../core/dialects/todos/newSection.ts';
import { NoteText } from '../../core/dialects/todos/noteText.ts';
import { putTodos, writeTodos } from '../../core/dialects/todos/putTodos.ts';
import { takeTodos } from '../../core/dialects/todos/takeTodos.ts';
import type { TodoItem } from '../../core/dialects/todos/todoBlock.ts';
import type { TextEdit } from '../../core/model/edit.ts';
import type { CurrentNote } from '../noteEdits.ts';
import { movedBack } from './movedBack.ts';
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
  const { text, entry } = current;
  const taken = takeTodos(new NoteText(text, entry.note), todos);
  if (taken === undefined) {
    return undefined;
  }
  if (taken.edits.length === 0) {
    return [put(current, section, [...taken.items, ...more], options)];
  }
  // What is left is read anew, so that the place is found in the note as it will be; titles are all still there.
  const rest = taken.edits.reduceRight(
    (all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end),
    text,
  );
  const note = entry.dialect.parse(rest, { todoSections: options.todoSections });
  const edit = put({ text: rest, entry: { ...entry, note } }, section, [...taken.items, ...more], options);
  return movedBack(taken.edits, edit);
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
