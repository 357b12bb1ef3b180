/**
 * Tells the client when a tree may look different. What rows show is compared without positions, so that typing in
 * prose tells nothing.
 */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import { isUndone } from '../core/model/todo.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Cancel, Clock } from '../workspace/ports.ts';
import type { WorkspaceChange } from '../workspace/workspaceParts.ts';

export interface TreeChange {
  readonly talks: boolean;
  readonly todos: boolean;
  readonly annotations: boolean;
  /** Links, and the lines they stand on. */
  readonly backlinks: boolean;
}

/** Milliseconds to wait for more, so that a title being typed redraws the tree once. */
const pause = 150;

const NO_CHANGE: TreeChange = { talks: false, todos: false, annotations: false, backlinks: false };

export class TreeNotifier {
  readonly #clock: Clock;
  readonly #notify: (change: TreeChange) => void;
  /** What changed notes were like since the client was last told, each in turn: it may have asked in between. */
  readonly #changed = new Map<NotePath, (NoteEntry | undefined)[]>();
  #change: TreeChange = NO_CHANGE;
  #cancel: Cancel | undefined;

  constructor(clock: Clock, notify: (change: TreeChange) => void) {
    this.#clock = clock;
    this.#notify = notify;
  }

  /** Only takes note: comparing is work that an edit need not wait for. */
  didChange({ before, after, notes }: WorkspaceChange): void {
    for (const path of notes) {
      const now = after.notes.get(path);
      const known = this.#changed.get(path);
      if (known === undefined) {
        this.#changed.set(path, [before.notes.get(path), now]);
      } else {
        known.push(now);
      }
    }
    this.#schedule();
  }

  /** Tells of a change that comes from elsewhere, such as from settings. */
  refresh(change: TreeChange): void {
    this.#change = {
      talks: change.talks || this.#change.talks,
      todos: change.todos || this.#change.todos,
      annotations: change.annotations || this.#change.annotations,
      backlinks: change.backlinks || this.#change.backlinks,
    };
    this.#schedule();
  }

  #schedule(): void {
    this.#cancel ??= this.#clock.after(pause, () => {
      this.#cancel = undefined;
      let { talks, todos, annotations, backlinks } = this.#change;
      for (const versions of this.#changed.values()) {
        talks ||= differ(versions, talksContent);
        todos ||= differ(versions, todosContent);
        annotations ||= differ(versions, annotationsContent);
        backlinks ||= differ(versions, linksContent);
      }
      this.#changed.clear();
      this.#change = NO_CHANGE;
      if (talks || todos || annotations || backlinks) {
        this.#notify({ talks, todos, annotations, backlinks });
      }
    });
  }
}

function differ(
  [first, ...later]: readonly (NoteEntry | undefined)[],
  content: (entry: NoteEntry | undefined) => string,
): boolean {
  const shown = content(first);
  return later.some((entry) => content(entry) !== shown);
}

/** Titles, who spoke, what the note says of itself, how many to-dos are open, and where links lead, or may be led to. */
function talksContent(entry: NoteEntry | undefined): string {
  if (entry === undefined) {
    return '';
  }
  const { headings, todos, links, anchors, meta } = entry.note;
  const open = todos.filter(isUndone).map((todo) => todo.heading);
  const led = [links.map(({ target, label }) => [target, label]), anchors.map(({ name, value }) => [name, value])];
  return JSON.stringify([headings.map(({ title, level, lead }) => [title, level, lead]), open, meta, led]);
}

/** What is said in the margin, whether it is attached, and the note's title. */
function annotationsContent(entry: NoteEntry | undefined): string {
  if (entry === undefined || entry.note.annotations.length === 0) {
    return '';
  }
  const { headings, annotations } = entry.note;
  const said = annotations.map(({ remarks, state, phrase, target }) => [remarks, state, phrase, target === undefined]);
  return JSON.stringify([headings[0]?.title, said]);
}

/** To-dos, and the titles that they stand under. */
function todosContent(entry: NoteEntry | undefined): string {
  if (entry === undefined || entry.note.todos.length === 0) {
    return '';
  }
  const { headings, todos } = entry.note;
  return JSON.stringify([
    todos.map(({ text, state, kind, heading, parent }) => [text, state, kind, heading, parent]),
    headings.map(({ title, level, lead }) => [title, level, lead]),
  ]);
}

/** What links and targets lead to, which lines they stand on, and what can be led to. */
function linksContent(entry: NoteEntry | undefined): string {
  if (entry === undefined) {
    return '';
  }
  const { lines, headings, links, anchors } = entry.note;
  return JSON.stringify([
    links.map(({ target, span }) => [target, lines.lineAt(span.start)]),
    anchors.map(({ name, value, span }) => [name, value, lines.lineAt(span.start)]),
    headings.map(({ names }) => names),
  ]);
}
