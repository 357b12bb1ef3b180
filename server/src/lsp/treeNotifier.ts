/**
 * Tells the client when a tree may look different. What rows show is compared without positions, so that typing in
 * prose tells nothing.
 */
import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { Cancel, Clock } from '../workspace/ports.ts';
import type { WorkspaceChange } from '../workspace/workspaceParts.ts';

export interface TreeChange {
  readonly talks: boolean;
  readonly todos: boolean;
}

/** Milliseconds to wait for more, so that a title being typed redraws the tree once. */
const pause = 150;

export class TreeNotifier {
  readonly #clock: Clock;
  readonly #notify: (change: TreeChange) => void;
  #change: TreeChange = { talks: false, todos: false };
  #cancel: Cancel | undefined;

  constructor(clock: Clock, notify: (change: TreeChange) => void) {
    this.#clock = clock;
    this.#notify = notify;
  }

  didChange({ before, after, notes }: WorkspaceChange): void {
    let talks = false;
    let todos = false;
    for (const path of notes) {
      const old = before.notes.get(path);
      const now = after.notes.get(path);
      talks ||= talksContent(old) !== talksContent(now);
      todos ||= todosContent(old) !== todosContent(now);
      if (talks && todos) {
        break;
      }
    }
    this.refresh({ talks, todos });
  }

  /** Tells of a change that comes from elsewhere, such as from settings. */
  refresh({ talks, todos }: TreeChange): void {
    if (!talks && !todos) {
      return;
    }
    this.#change = { talks: talks || this.#change.talks, todos: todos || this.#change.todos };
    this.#cancel ??= this.#clock.after(pause, () => {
      const change = this.#change;
      this.#cancel = undefined;
      this.#change = { talks: false, todos: false };
      this.#notify(change);
    });
  }
}

/** Titles, who spoke, and how many to-dos are open. */
function talksContent(entry: NoteEntry | undefined): string {
  if (entry === undefined) {
    return '';
  }
  const { headings, todos } = entry.note;
  const open = todos.filter((todo) => todo.state === 'open').map((todo) => todo.heading);
  return JSON.stringify([headings.map(({ title, level, lead }) => [title, level, lead]), open]);
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
