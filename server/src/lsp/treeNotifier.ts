/**
 * Tells the client when a tree may look different. What rows show is compared without positions, so that typing in
 * prose tells nothing.
 */

import type { NoteEntry } from '../core/index/noteIndex.ts';
import type { NotePath } from '../core/text/path.ts';
import type { Cancel, Clock } from '../workspace/ports.ts';
import type { WorkspaceChange } from '../workspace/workspaceParts.ts';
import { type Same, sameAnnotations, sameLinks, sameTalks, sameTodos } from './treeContent.ts';

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
        talks ||= differ(versions, sameTalks);
        todos ||= differ(versions, sameTodos);
        annotations ||= differ(versions, sameAnnotations);
        backlinks ||= differ(versions, sameLinks);
      }
      this.#changed.clear();
      this.#change = NO_CHANGE;
      if (talks || todos || annotations || backlinks) {
        this.#notify({ talks, todos, annotations, backlinks });
      }
    });
  }
}

function differ([first, ...later]: readonly (NoteEntry | undefined)[], isSame: Same): boolean {
  return later.some((entry) => !isSame(first?.note, entry?.note));
}
