import { commands, Disposable, type LogOutputChannel, type TreeView, window } from 'vscode';
import type { TalkNotesClient } from '../languageClient.ts';
import { dragTodos } from '../todos/dragTodos.ts';
import { CursorFollower } from './cursorFollower.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

/** The Talks view: events, their talks, the talks' sections. */
export class TalksView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #disposables: Disposable;

  /** `moveTodos`: to-dos of the To-Dos view that are dropped on a row here. */
  constructor(
    client: TalkNotesClient,
    log: LogOutputChannel,
    moveTodos: (rows: readonly string[], onto: string) => Promise<void>,
  ) {
    this.tree = new NodeTree({
      fetch: (parent) => client.talks(parent),
      toItem: (node) => rowItem(node, 'talks'),
      onFailure: (error) => log.warn(`Talks view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.talks', {
      treeDataProvider: this.tree,
      showCollapseAll: true,
      dragAndDropController: dragTodos(moveTodos, false),
    });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      refresher,
      new CursorFollower(client, this.tree, this.view, log),
      client.onDidChangeTrees((change) => change.talks && refresher.markStale()),
      // Until then an empty view says nothing rather than that there are no talks.
      client.onDidIndex(() => void commands.executeCommand('setContext', 'talkNotes.indexed', true)),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
