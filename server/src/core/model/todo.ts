/**
 * To-dos: the four forms in which people leave themselves work in a note.
 */
import type { Span } from '../text/span.ts';

/**
 * - `checkbox`: a list item that starts with `[ ]`, `[x]`, `[X]` or `[-]`.
 * - `section`: anything itemised under a To Do title, without a checkbox.
 * - `marker`: `TODO` or `FIXME` as an upper-case word (`DONE` once checked).
 * - `directive`: `.. todo::`.
 */
export type TodoKind = 'checkbox' | 'section' | 'marker' | 'directive';

export type TodoState = 'open' | 'done' | 'cancelled';

export interface Todo {
  readonly kind: TodoKind;
  readonly state: TodoState;
  /** One line of plain text, without bullet, checkbox or marker. */
  readonly text: string;
  /** The item itself, from its bullet or marker to the end of its own text, nested items left out. */
  readonly span: Span;
  /** What a click replaces: `[ ]`, `TODO`, the `done` option's line; empty, where to insert, when there is none yet. */
  readonly markerSpan: Span;
  /** Index in `Note.headings` of the section that it stands in; -1 before the first title. */
  readonly heading: number;
  /** Index in `Note.todos` of the to-do that it is nested in; -1 at the top. */
  readonly parent: number;
  /** It stands in a To Do section, where plain items count, so that unchecking may take the whole box away. */
  readonly inTodoSection: boolean;
}
