import { Disposable, type TreeView } from 'vscode';

const delayInMilliseconds = 100;

/**
 * Calls `refresh` once for a burst of changes, and only while the view can be seen: what is missed meanwhile is made
 * up for when it comes into sight again.
 */
export class TreeRefresher extends Disposable {
  readonly #view: TreeView<string>;
  readonly #refresh: () => void;
  readonly #listener: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStale = false;

  constructor(view: TreeView<string>, refresh: () => void) {
    super(() => this.#stop());
    this.#view = view;
    this.#refresh = refresh;
    this.#listener = view.onDidChangeVisibility(() => this.#refreshIfSeen());
  }

  /** Something in the tree may have changed. */
  markStale(): void {
    this.#isStale = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#refreshIfSeen(), delayInMilliseconds);
  }

  #refreshIfSeen(): void {
    if (!this.#isStale || !this.#view.visible) return;
    this.#isStale = false;
    this.#refresh();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#listener.dispose();
  }
}
