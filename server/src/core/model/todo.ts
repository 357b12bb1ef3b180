/**
 * To-dos: the four forms in which people leave themselves work in a note.
 */
import type { Span } from '../text/span.ts';

/**
 * - `checkbox`: a list item that starts with `[ ]`, `[/]`, `[x]`, `[X]` or `[-]`.
 * - `section`: anything itemised under a To Do title, without a checkbox.
 * - `marker`: `TODO` or `FIXME` as an upper-case word (`DONE` once checked).
 * - `directive`: `.. todo::`.
 */
export type TodoKind = 'checkbox' | 'section' | 'marker' | 'directive';

/** `in-progress`: begun and not done, which counts as open wherever open ones are counted. */
export type TodoState = 'open' | 'in-progress' | 'done' | 'cancelled';

export type TodoPriority = 'high' | 'medium' | 'low';

export type TodoFieldKind =
  | 'due'
  | 'start'
  | 'scheduled'
  | 'created'
  | 'done'
  | 'cancelled'
  | 'priority'
  | 'recurrence';

/**
 * How a field is written: `@due(2026-12-01)`, `due:2026-12-01`, `📅 2026-12-01`, or by a bare sign or words: `(A)`, `!!`,
 * `every week`.
 */
export type TodoFieldStyle = 'at' | 'colon' | 'emoji' | 'sign';

/** One thing that people write behind a to-do's text. */
export interface TodoField {
  readonly kind: TodoFieldKind;
  /** A day, a `TodoPriority`, or what `readRecurrence` takes. */
  readonly value: string;
  readonly style: TodoFieldStyle;
  /** The whole of it: `@due(2026-12-01)`. */
  readonly span: Span;
}

export interface TodoMetadata {
  /** The text without fields; people and tags stay, since they are words of it. */
  readonly title: string;
  /** In document order; of several of one kind the first counts. */
  readonly fields: readonly TodoField[];
  /** Names behind `@`, without it, in order of appearance. */
  readonly people: readonly string[];
  /** Names behind `#`, without it. */
  readonly tags: readonly string[];
}

/** What a dialect tells of a to-do. */
export interface TodoParts {
  readonly kind: TodoKind;
  readonly state: TodoState;
  /** One line of plain text, without bullet, checkbox or marker. */
  readonly text: string;
  /** The item itself, from its bullet or marker to the end of its own text, nested items left out. */
  readonly span: Span;
  /** What a click replaces: `[ ]`, `TODO`, the `done` option's line; empty, where to insert, when there is none yet. */
  readonly markerSpan: Span;
  /** Index in `Note.todos` of the to-do that it is nested in; -1 at the top. */
  readonly parent: number;
}

/** A to-do; see `Link` for why it has no spans of its own. */
export class Todo implements TodoParts {
  declare readonly kind: TodoKind;
  declare readonly state: TodoState;
  declare readonly text: string;
  declare readonly start: number;
  declare readonly end: number;
  declare readonly markerStart: number;
  declare readonly markerEnd: number;
  declare readonly parent: number;
  /** Index in `Note.headings` of the section that it stands in; -1 before the first title. */
  declare readonly heading: number;
  /** It stands in a To Do section, where plain items count, so that unchecking may take the whole box away. */
  declare readonly inTodoSection: boolean;
  /** `undefined` where the text has none. */
  declare readonly metadata: TodoMetadata | undefined;

  constructor(
    { kind, state, text, span, markerSpan, parent }: TodoParts,
    heading: number,
    inTodoSection: boolean,
    metadata: TodoMetadata | undefined,
  ) {
    this.kind = kind;
    this.state = state;
    this.text = text;
    this.start = span.start;
    this.end = span.end;
    this.markerStart = markerSpan.start;
    this.markerEnd = markerSpan.end;
    this.parent = parent;
    this.heading = heading;
    this.inTodoSection = inTodoSection;
    this.metadata = metadata;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get markerSpan(): Span {
    return { start: this.markerStart, end: this.markerEnd };
  }
}

/** Whether something is left to do. */
export function isUndone({ state }: Pick<Todo, 'state'>): boolean {
  return state === 'open' || state === 'in-progress';
}

/** The text as a list shows it: without due date, priority and the like. */
export function todoTitle({ text, metadata }: Todo): string {
  return metadata?.title ?? text;
}

/** The field of that kind; `undefined` where the to-do has none. */
export function fieldOf({ metadata }: Todo, kind: TodoFieldKind): TodoField | undefined {
  return metadata?.fields.find((field) => field.kind === kind);
}

/** The value of a field, a day unless it is the priority or the recurrence. */
export function fieldValue(todo: Todo, kind: TodoFieldKind): string | undefined {
  return fieldOf(todo, kind)?.value;
}

export function priorityOf(todo: Todo): TodoPriority | undefined {
  return fieldValue(todo, 'priority') as TodoPriority | undefined;
}
