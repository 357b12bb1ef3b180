import { commands, Disposable, type LogOutputChannel, l10n, type Memento, type TreeView, window } from 'vscode';
import type { TreeNode } from '../../../server/src/lsp/protocol.ts';
import type { TalkNotesClient } from '../languageClient.ts';
import { NodeTree } from './nodeTree.ts';
import { rowItem } from './rowItem.ts';
import { TreeRefresher } from './treeRefresher.ts';

const showResolvedKey = 'talkNotes.annotations.showResolved';

/** The Annotations view: what is written in the margins of all notes. */
export class AnnotationsView implements Disposable {
  readonly tree: NodeTree;
  readonly view: TreeView<string>;
  readonly #client: TalkNotesClient;
  readonly #memory: Memento;
  readonly #disposables: Disposable;

  constructor(client: TalkNotesClient, log: LogOutputChannel, memory: Memento) {
    this.#client = client;
    this.#memory = memory;
    this.tree = new NodeTree({
      fetch: (parent) => this.#fetch(parent),
      toItem: (node) => rowItem(node, 'annotations'),
      onFailure: (error) => log.warn(`Annotations view: ${error}`),
    });
    this.view = window.createTreeView('talkNotes.annotations', { treeDataProvider: this.tree, showCollapseAll: true });
    const refresher = new TreeRefresher(this.view, () => this.tree.refresh());
    this.#disposables = Disposable.from(
      this.tree,
      this.view,
      refresher,
      client.onDidChangeTrees((change) => change.annotations && refresher.markStale()),
    );
    this.#announce();
  }

  get showResolved(): boolean {
    return this.#memory.get(showResolvedKey, false);
  }

  /** Shows or hides what is resolved, now and in later sessions of this workspace. */
  async setShowResolved(showResolved: boolean): Promise<void> {
    await this.#memory.update(showResolvedKey, showResolved);
    this.#announce();
    this.tree.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #fetch(parent: string | undefined): Promise<readonly TreeNode[]> {
    const params = { showResolved: this.showResolved, ...(parent === undefined ? {} : { parent }) };
    const { nodes, open } = await this.#client.annotations(params);
    if (parent === undefined) this.view.description = open === 0 ? '' : l10n.t('{0} open', open);
    return nodes;
  }

  #announce(): void {
    void commands.executeCommand('setContext', showResolvedKey, this.showResolved);
  }
}
